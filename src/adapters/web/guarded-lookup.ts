import { lookup } from "node:dns";
import { isIP, type LookupFunction } from "node:net";

/** The name or address leads somewhere that is not to be read. */
export class RefusedAddress extends Error {}

/** Addresses written as such are never looked up, so they are checked here; names pass. */
export function isAddressAllowed(host: string, isAllowed: (address: string) => boolean): boolean {
  const bare = host.replace(/^\[|\]$/g, "");
  return isIP(bare) === 0 || isAllowed(bare);
}

/** Resolves a name at the moment of connecting; one address that is not allowed refuses the name as a whole. */
export function guardedLookup(isAllowed: (address: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return callback(error, "", 0);
      const [first] = addresses;
      if (first === undefined || !addresses.every(({ address }) => isAllowed(address)))
        return callback(new RefusedAddress(hostname), "", 0);
      if (options.all === true) return callback(null, addresses);
      return callback(null, first.address, first.family);
    });
  };
}
