import type { Maker } from "../claim.ts";

export const verbatim: Maker = ({ text }) => ({ text });
