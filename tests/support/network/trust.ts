import { readFileSync } from "node:fs";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { afterAll, beforeAll } from "vitest";
import { CERTIFICATE_FILE } from "./tls-front.ts";

/** Lets this file's tests speak https with `startTlsFront`, as NODE_EXTRA_CA_CERTS does for a program of its own. */
export function trustTestCertificate(): void {
  const before = getCACertificates("default");
  beforeAll(() => setDefaultCACertificates([...before, readFileSync(CERTIFICATE_FILE, "utf8")]));
  afterAll(() => setDefaultCACertificates(before));
}
