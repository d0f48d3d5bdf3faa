import { readFileSync } from "node:fs";
import { connect } from "node:net";
import path from "node:path";
import { createServer } from "node:tls";
import { type Served, serve } from "./serve.ts";

const FOLDER = path.join(import.meta.dirname, "tls");

/** For NODE_EXTRA_CA_CERTS; made by the openssl command in tls/README.md, known to nobody but these tests. */
export const CERTIFICATE_FILE = path.join(FOLDER, "certificate.pem");

/** Takes https for api.telegram.org, api.openai.com and *.footnote.test, and hands it on as http. */
export async function startTlsFront(target: number): Promise<Served> {
  const key = readFileSync(path.join(FOLDER, "key.pem"));
  const cert = readFileSync(CERTIFICATE_FILE);
  const server = createServer({ key, cert }, (client) => {
    const onward = connect(target, "127.0.0.1");
    client.pipe(onward).pipe(client);
    client.on("error", () => onward.destroy());
    onward.on("error", () => client.destroy());
  });
  return serve(server);
}
