import { AppError } from "../errors.ts";

/** An option's value as a number of at least `least`. @throws AppError usage, naming the option */
export function wholeNumber(option: string, value: string, least: 0 | 1): number {
  if (/^\d{1,15}$/.test(value) && Number(value) >= least) return Number(value);
  const from = least === 0 ? "" : ` from ${least} on`;
  throw new AppError("usage", `${option} must be a whole number${from}, not "${value}".`);
}
