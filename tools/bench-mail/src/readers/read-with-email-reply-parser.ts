import { simpleParser } from 'mailparser';
import type { SignaturePolicy } from '@app/mail-text/extract-reply';
import type { ReadWords } from './mail-reader';

/** Crisp's library, fed with the text mailparser makes of a mail, as its readme has it. */
export async function readWithEmailReplyParser(raw: Buffer, signature: SignaturePolicy): Promise<ReadWords> {
  const { default: EmailReplyParser } = await import('email-reply-parser');
  const { text = '' } = await simpleParser(raw);
  const mail = new EmailReplyParser().read(text);
  if (signature === 'strip') return { text: mail.getVisibleText(), kind: undefined };
  const own = mail.getFragments().filter((fragment) => !fragment.isQuoted());
  return { text: own.map((fragment) => fragment.getContent()).join('\n'), kind: undefined };
}
