import { replySubject } from '@app/mail-text/threading';
import type { MailThread } from '@app/persistence/conversations/conversation.schema';
import type { InboundMessage } from '@app/persistence/messages/message.schema';

/** Messages as one text, oldest first: in a chat a thought goes on from line to line, mails stand apart. */
export function oneText(
  messages: readonly Pick<InboundMessage, 'text' | 'subject' | 'channel'>[],
  thread: Pick<MailThread, 'subject'>,
): string {
  const isChat = messages.every(({ channel }) => channel === 'telegram');
  return messages.map((message) => wordsOf(message, thread)).join(isChat ? '\n' : '\n\n');
}

/** The words a message is read by: its own, or where it has none, a subject that was written for it ("STOP"). */
export function wordsOf(
  { text, subject }: Pick<InboundMessage, 'text' | 'subject'>,
  thread: Pick<MailThread, 'subject'>,
): string {
  if (text.trim() !== '') return text;
  const answered = replySubject(subject);
  const isOwn = answered === `Re: ${subject.trim()}` && answered !== replySubject(thread.subject);
  return isOwn ? subject : text;
}
