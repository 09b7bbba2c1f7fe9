import type { CommandBody } from '@app/persistence/commands/command.schema';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';

/** A command about one mail in the outbox. */
export type LetterCommand = Extract<CommandBody, { readonly outboxId: string }>;

export function isAboutLetter(body: CommandBody): body is LetterCommand {
  return 'outboxId' in body;
}

/** Why a command cannot be carried out on a mail as it stands, in a sentence that says what to do; null when it can. */
export function whyNotThisLetter(body: LetterCommand, letter: StandingLetter | null): string | null {
  if (!letter) return `There is no letter ${body.outboxId}; \`sales-agent outbox list\` shows them all.`;
  switch (body.type) {
    case 'approveDraft':
    case 'rejectDraft':
      return letter.status === 'draft' ? null : `This letter is no draft (any more): it is ${howItStands(letter)}.`;
    case 'cancelLetter':
      if (letter.status === 'draft') return 'This letter is a draft; take it back with `sales-agent draft reject`.';
      return letter.status === 'queued' || letter.status === 'held' || letter.status === 'leased'
        ? null
        : `This letter cannot be taken back: it is ${howItStands(letter)}.`;
    case 'retryLetter':
      if (letter.letters.includes('operator-notice')) {
        return 'This is a notice to you, not a letter to the contact; see `sales-agent contact show`.';
      }
      return letter.outcome === 'rejected' && letter.status === 'settled'
        ? null
        : `Only a rejected letter is tried again, and this one is ${howItStands(letter)}.`;
    default:
      return body satisfies never;
  }
}

type StandingLetter = Pick<OutboxMessage, 'status' | 'outcome' | 'letters'>;

function howItStands({ status, outcome }: StandingLetter): string {
  switch (status) {
    case 'draft':
      return 'a draft';
    case 'queued':
    case 'leased':
      return 'queued';
    case 'held':
      return 'held until it is known whether the contact said stop';
    case 'handing-over':
      return 'on its way at this moment';
    case 'settled':
      return outcome ?? 'settled';
    case 'cancelled':
      return 'cancelled';
    default:
      return status satisfies never;
  }
}
