import { readFileSync } from "node:fs";
import { type AddressInfo, connect } from "node:net";
import path from "node:path";
import { createServer } from "node:tls";

const FOLDER = path.join(import.meta.dirname, "tls");

/** For NODE_EXTRA_CA_CERTS; made by the openssl command in tls/README.md, known to nobody but these tests. */
export const CERTIFICATE_FILE = path.join(FOLDER, "certificate.pem");

export interface TlsFront {
  readonly port: number;
  stop(): Promise<void>;
}

/** Takes https for api.telegram.org, api.openai.com and *.footnote.test, and hands it on as http. */
export async function startTlsFront(target: number): Promise<TlsFront> {
  const key = readFileSync(path.join(FOLDER, "key.pem"));
  const cert = readFileSync(CERTIFICATE_FILE);
  const server = createServer({ key, cert }, (client) => {
    const onward = connect(target, "127.0.0.1");
    client.pipe(onward).pipe(client);
    client.on("error", () => onward.destroy());
    onward.on("error", () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
