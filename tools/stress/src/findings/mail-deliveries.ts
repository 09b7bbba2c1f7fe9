import { isInitiated } from '@app/domain/letter';
import type { Database } from '@app/persistence/database';
import type { AcceptedMail } from '@app/peers/mail/accepted-mail';
import type { Finding } from './finding';
import { messageIdOf } from './message-id-of';

/** Counts what a mail server accepts, by Message-ID. */
export class AcceptedMails {
  private readonly counts = new Map<string, number>();

  take({ raw }: AcceptedMail): void {
    const messageId = messageIdOf(raw);
    this.counts.set(messageId, this.of(messageId) + 1);
  }

  of(messageId: string): number {
    return this.counts.get(messageId) ?? 0;
  }

  messageIds(): string[] {
    return [...this.counts.keys()];
  }
}

/** Compares, when all is quiet, what the outbox says of the mails with what the server has really accepted. */
export async function mailFindings(db: Database, accepted: AcceptedMails): Promise<Finding[]> {
  const doubled: string[] = [];
  const missing: string[] = [];
  const unknown = new Set(accepted.messageIds());
  let mails = 0;
  let uncertain = 0;
  let repeated = 0;
  const fields = { messageId: 1, letters: 1, repeats: 1, status: 1, outcome: 1 } as const;
  for await (const letter of db.outbox.find({ channel: 'email' }, fields).lean().cursor()) {
    const { _id, messageId, letters, repeats, status, outcome } = letter;
    mails += 1;
    unknown.delete(messageId);
    if (outcome === 'uncertain') uncertain += 1;
    if (repeats > 0) repeated += 1;
    const hasLeft = status === 'settled' && (outcome === 'sent' || outcome === 'uncertain');
    const times = accepted.of(messageId);
    // Handed over once, and once more where nobody knew what had become of an answer; the last time it may have been refused.
    const most = repeats + (hasLeft ? 1 : 0);
    const mayRepeat = !letters.some(isInitiated);
    if (times > most || repeats > (mayRepeat ? 1 : 0)) doubled.push(_id);
    if (outcome === 'sent' && times === 0) missing.push(_id);
  }
  const among = `${mails} mails, of which ${uncertain} uncertain and ${repeated} handed over once more`;
  return [
    { what: 'mails doubled, or repeated though they must not be', among, wrong: doubled },
    { what: 'mails sent that never arrived', among, wrong: missing },
    { what: 'mails that nobody wrote', among: `${accepted.messageIds().length} Message-IDs`, wrong: [...unknown] },
  ];
}
