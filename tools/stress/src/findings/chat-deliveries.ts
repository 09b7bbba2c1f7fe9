import type { Database } from '@app/persistence/database';
import type { SentByBot } from '../../../../test/support/telegram/emulator';
import type { Finding } from './finding';

/** Compares, when all is quiet, what the outbox says of the messages in chats with what has really reached them. */
export async function chatFindings(db: Database, sent: readonly SentByBot[]): Promise<Finding[]> {
  const strays = new Map(sent.map(({ chatId, messageId }) => [`telegram:${chatId}:${messageId}`, chatId]));
  const missing: string[] = [];
  const repeated: string[] = [];
  /** By chat. */
  const mayHaveArrived = new Map<string, number>();
  let letters = 0;
  let uncertain = 0;
  const fields = { to: 1, parts: 1, repeats: 1, outcome: 1 } as const;
  for await (const { _id, to, parts, repeats, outcome } of db.outbox
    .find({ channel: 'telegram' }, fields)
    .lean()
    .cursor()) {
    letters += 1;
    if (repeats > 0) repeated.push(_id);
    if (outcome === 'sent' && parts.length === 0) missing.push(_id);
    for (const part of parts) if (!strays.delete(part)) missing.push(`${_id}: ${part}`);
    if (outcome !== 'uncertain') continue;
    uncertain += 1;
    mayHaveArrived.set(to, (mayHaveArrived.get(to) ?? 0) + 1);
  }
  // What no letter knows of came of one whose answer was lost: one message of it at the most.
  const doubled = [...strays].flatMap(([id, chatId]) => {
    const left = mayHaveArrived.get(chatId) ?? 0;
    mayHaveArrived.set(chatId, left - 1);
    return left > 0 ? [] : [id];
  });
  const among = `${sent.length} messages of ${letters} letters, of which ${uncertain} uncertain`;
  return [
    { what: 'Telegram messages doubled', among, wrong: [...doubled, ...repeated] },
    { what: 'Telegram messages sent that never arrived', among, wrong: missing },
  ];
}
