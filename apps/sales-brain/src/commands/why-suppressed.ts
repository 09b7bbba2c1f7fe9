import type { CheckedAddress } from '@app/persistence/recipients/suppression.store';

/** Why nobody may be written to at an address, in a sentence; where the ledger allows it, the address's company forbids. */
export function whySuppressed(address: string, { suppressed, because }: CheckedAddress): string {
  if (because === 'bounced') {
    return `Letters to ${address} came back; if they arrive by now, say so first: \`sales-agent suppression lift ${address} --reason WORDS\`.`;
  }
  return suppressed
    ? `${address} has asked us never to write again, so nothing is sent there.`
    : `The company of ${address} has asked us never to write again, so nothing is sent there.`;
}
