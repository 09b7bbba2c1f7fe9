import type { SignaturePolicy } from '@app/mail-text/extract-reply';
import { readMail } from '@app/mail-text/read-mail';
import type { ReadWords } from './mail-reader';

/** A letter that is passed on without a word counts by what stands in it, as in `mail read --batch`. */
export async function readWithMailText(raw: Buffer, signature: SignaturePolicy): Promise<ReadWords> {
  const { text, forwardedText, kind } = await readMail(raw, { signature });
  return { text: text || forwardedText, kind };
}
