/** The first of anna@…, anna-2@…, anna-3@… that is not taken. */
export function nextAddress(domain: string, taken: readonly string[]): string {
  let address = addressNumber(1, domain);
  for (let number = 2; taken.includes(address); number += 1) address = addressNumber(number, domain);
  return address;
}

/** Whether the address is one that `nextAddress` gives. */
export function isContactOf(domain: string, address: string): boolean {
  return /^anna(-\d+)?@/.test(address) && address.endsWith(`@${domain}`);
}

function addressNumber(number: number, domain: string): string {
  return number === 1 ? `anna@${domain}` : `anna-${String(number)}@${domain}`;
}
