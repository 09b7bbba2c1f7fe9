import { createHash } from 'node:crypto';
import type { Letter } from '@app/domain/letter';
import type { InboundMessage } from '@app/persistence/messages/message.schema';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import type { Installation } from '../installation/start-installation';
import type { ArrivedLetter } from '../mail/outside-mailbox';
import { check } from './check';

/** Checks that exactly one letter arrived, of this kind, at this address, and that it is the very one the agent sent. */
export async function checkArrived(
  arrived: readonly ArrivedLetter[],
  kind: Letter,
  address: string,
  { db }: Installation,
): Promise<ArrivedLetter> {
  const [letter, ...more] = arrived;
  check(letter !== undefined && more.length === 0, `one letter should have arrived, not ${String(arrived.length)}`);
  const { to, mail } = letter;
  check(to === address, `the letter should have gone to ${address}, not to ${to}`);
  const sent = await db.outbox.findOne({ messageId: mail.messageId ?? '' }).lean<OutboxMessage>();
  check(sent !== null, 'the letter that arrived should be one the agent sent');
  check(sent.letters.join() === kind, `the letter should be "${kind}", not "${sent.letters.join()}"`);
  check(sent.outcome === 'sent', `the agent should know it as sent, not as ${sent.outcome ?? 'under way'}`);
  const text = [sent.text, sent.quote?.text].filter((part) => part !== undefined).map(plain);
  check(
    mail.subject === sent.subject && plain(mail.text) === text.join('\n\n'),
    'it should have arrived as it was sent, above what it answers',
  );
  const files = mail.attachments.map(({ content }) => createHash('sha256').update(content).digest('hex'));
  check(
    files.join() === sent.attachments.map(({ sha256 }) => sha256).join(),
    'its files should arrive as they were sent',
  );
  return letter;
}

/** Checks that the agent took the words for the whole mail, and what was quoted below them for a quote. */
export async function checkReadAsWritten(messageId: string, words: string, { db }: Installation): Promise<void> {
  const message = await db.messages.findOne({ messageId }).lean<InboundMessage>();
  check(message?.text === words, 'the agent should read the new words and nothing of the quote below them');
  check(message.quotedText.length > words.length, 'the quote below the reply should be known as a quote');
}

function plain(text: string | undefined): string {
  return (text ?? '').replace(/\r\n/g, '\n').trim();
}
