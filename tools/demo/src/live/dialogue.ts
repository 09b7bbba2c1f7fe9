import type { InboundMessage } from '@app/persistence/messages/message.schema';
import type { Installation } from '../installation/start-installation';
import { letterInWords, replyInWords, type Layout } from '../text/letter-in-words';

/** The dialogue with one address so far, oldest first; '' when there is none. */
export async function dialogueWith(address: string, installation: Installation, layout: Layout): Promise<string> {
  const { db, mailbox } = installation;
  const letters = mailbox.letters.filter(({ to }) => to === address);
  // A mail's own date knows no milliseconds, and its answer may follow within the second.
  const written = new Map(
    (await db.outbox.find({ to: address }).lean()).map((sent) => [sent.messageId, sent.createdAt]),
  );
  const replies = await db.messages.find({ from: address }).sort({ storedAt: 1 }).lean<InboundMessage[]>();
  const said = [
    ...letters.map(({ to, mail }) => ({
      at: written.get(mail.messageId ?? '') ?? new Date(0),
      words: letterInWords(mail, to, layout),
    })),
    ...replies.map(({ fromName, text, storedAt }) => ({
      at: storedAt,
      words: replyInWords({ name: fromName, address, words: text, at: storedAt }, layout),
    })),
  ];
  return said
    .sort((one, other) => one.at.getTime() - other.at.getTime())
    .map(({ words }) => words)
    .join('\n\n');
}
