const own = new Set<string>();

/** Remembers an address we write from: it is ours, and may be named where a contact's may not. */
export function rememberOwnAddress(address: string): void {
  own.add(address);
}

/** In lower case. */
export function isOwnAddress(address: string): boolean {
  return own.has(address.toLowerCase());
}
