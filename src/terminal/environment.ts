import { existsSync } from "node:fs";
import { loadEnvFile } from "node:process";

/** The environment, completed by .env in the working folder; what is set already wins. */
export function readEnvironment(): Readonly<Record<string, string | undefined>> {
  if (existsSync(".env")) loadEnvFile(".env");
  return process.env;
}
