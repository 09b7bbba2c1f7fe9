import type { Kept } from './history';

/** What an erasure removes, and what is left of a person where no command reaches. */
export interface Erasure {
  readonly erased: {
    readonly addresses: readonly string[];
    readonly messages: number;
    readonly letters: number;
    readonly turns: number;
  };
  readonly remains: {
    /** Our mailbox, in which the mails still lie. */
    readonly mailbox: string;
    /** The Message-IDs by which they are found there, without angle brackets, as mail programs look for them. */
    readonly received: readonly string[];
    readonly sent: readonly string[];
    /** The file that holds the hashes of every stop; null when none is kept. */
    readonly journal: string | null;
  };
}

/** Says what is removed with a contact, and what remains; `kept` is what the stores hold before it. */
export function erasureOf(
  { contact, inbound, outbound, turns }: Kept,
  mailbox: string,
  journal: string | null,
): Erasure {
  const left = outbound.filter(({ status }) => status === 'settled');
  return {
    erased: {
      addresses: contact.addresses,
      messages: inbound.length,
      letters: outbound.length,
      turns: turns.length,
    },
    remains: { mailbox, received: idsOf(inbound), sent: idsOf(left), journal },
  };
}

function idsOf(mails: readonly { readonly messageId: string }[]): string[] {
  return [...new Set(mails.map(({ messageId }) => messageId.replace(/^<|>$/g, '')))].filter((id) => id !== '');
}
