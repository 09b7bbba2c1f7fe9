import type { Database } from '@app/persistence/database';
import type { Turn } from '@app/persistence/turns/turn.schema';
import type { AcceptedMail } from '@app/peers/mail/accepted-mail';

/** How the letters in the outbox compare with what the mail server has really accepted. */
export interface Deliveries {
  readonly letters: number;
  /** Accepted more often than their repeats allow. */
  readonly doubled: readonly string[];
  /** Settled as sent and not accepted, or asked for by a turn and not in the outbox, or still on their way. */
  readonly missing: readonly string[];
  /** Nobody knows; the operator sees each. */
  readonly uncertain: readonly string[];
}

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
}

/** In angle brackets; '' when the mail has none. */
export function messageIdOf(raw: Buffer): string {
  return /^Message-ID:\s*(<[^>]+>)/im.exec(raw.subarray(0, MOST_OF_A_HEADER).toString('latin1'))?.[1] ?? '';
}

const MOST_OF_A_HEADER = 8_192;

/** Compares, when all is quiet: what the turns asked for, what the outbox says of it, and what was accepted. */
export async function compareDeliveries(db: Database, accepted: AcceptedMails): Promise<Deliveries> {
  const doubled: string[] = [];
  const missing: string[] = [];
  const uncertain: string[] = [];
  const stored = new Set<string>();
  const fields = { messageId: 1, repeats: 1, status: 1, outcome: 1 } as const;
  for await (const { _id, messageId, repeats, status, outcome } of db.outbox.find({}, fields).lean().cursor()) {
    stored.add(_id);
    const count = accepted.of(messageId);
    if (count > 1 + repeats) doubled.push(_id);
    switch (status) {
      case 'settled':
        if (outcome === 'sent' && count === 0) missing.push(_id);
        if (outcome === 'uncertain') uncertain.push(_id);
        if ((outcome === 'withheld' || outcome === 'rejected') && count > repeats) doubled.push(_id);
        break;
      case 'cancelled':
        if (count > 0) doubled.push(_id);
        break;
      case 'draft':
      case 'queued':
      case 'held':
      case 'leased':
      case 'handing-over':
        missing.push(_id);
        break;
      default:
        status satisfies never;
    }
  }
  for await (const turn of db.turns.find({}).sort({ conversationId: 1, revision: 1, place: 1 }).lean<Turn>().cursor()) {
    missing.push(...(await neverStored(db, turn, stored)));
  }
  return { letters: stored.size, doubled, missing, uncertain };
}

/** The letters a turn asked for that are not in the outbox, but for those a later turn of the same commit took back. */
async function neverStored(db: Database, turn: Turn, stored: ReadonlySet<string>): Promise<string[]> {
  const absent = turn.effects.filter(({ type, key }) => type === 'sendMessage' && !stored.has(key));
  if (absent.length === 0) return [];
  const { conversationId, revision, place } = turn;
  const later = await db.turns.find({ conversationId, revision, place: { $gt: place } }).lean<Turn[]>();
  const after = later.flatMap(({ effects }) => effects);
  if (after.some(({ type }) => type === 'cancelMessages')) return [];
  const withdrawn = new Set(after.map((effect) => (effect.type === 'withdrawMessage' ? effect.outboxId : '')));
  return absent.map(({ key }) => key).filter((key) => !withdrawn.has(key));
}
