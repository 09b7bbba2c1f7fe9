import MailComposer from 'nodemailer/lib/mail-composer';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import type { Attack } from './attacks';

/** The attacker's reply to a letter of ours, as it comes over the wire. */
export function composeAttack(
  { carrier, harmless, order, language, tag }: Attack,
  letter: OutboxMessage,
): Promise<Buffer> {
  const { fromName = 'Client', ...mail } = carrier.carry(harmless, order.words[language]);
  return composeReply(letter, { id: tag, ...mail, from: { name: fromName, address: letter.to } });
}

/** A reply to a letter of ours. */
export function composeReply(
  letter: OutboxMessage,
  { id, ...mail }: { readonly id: string } & NonNullable<ConstructorParameters<typeof MailComposer>[0]>,
): Promise<Buffer> {
  const composed = new MailComposer({
    to: 'sales@seller.test',
    subject: `Re: ${letter.subject}`,
    messageId: `<${id}@mail.example>`,
    inReplyTo: letter.messageId,
    references: [letter.messageId],
    ...mail,
  });
  return composed.compile().build();
}
