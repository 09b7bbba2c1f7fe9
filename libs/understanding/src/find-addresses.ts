/** Nothing in it can match twice in two ways, so that a page of "a" takes no longer than any other page. */
const ADDRESS = /(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}.-]{1,255}/gu;

/** An address, as `address.ts` of the domain writes it, and where it stands. */
export interface FoundAddress {
  readonly address: string;
  readonly index: number;
}

/** Finds e-mail addresses international ones too; each once, in order of appearance. */
export function findAddresses(written: string): readonly FoundAddress[] {
  if (!written.includes('@')) return [];
  const found = [...written.matchAll(ADDRESS)].flatMap(({ 0: match, index }) => {
    const address = match.replace(/^[^\p{L}\p{N}]+/u, '').replace(/[^\p{L}\p{N}]+$/u, '');
    return isAddress(address) ? [{ address: address.toLowerCase(), index: index + match.indexOf(address) }] : [];
  });
  return found.filter(({ address }, at) => found.findIndex((other) => other.address === address) === at);
}

function isAddress(address: string): boolean {
  const domain = address.slice(address.indexOf('@') + 1);
  return (
    /^[^.-][^@]*$/u.test(domain) && /\.(?:\p{L}{2,24}|xn--[a-z0-9-]{1,59})$/iu.test(domain) && !domain.includes('..')
  );
}
