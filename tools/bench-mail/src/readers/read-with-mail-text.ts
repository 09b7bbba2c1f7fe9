import type { SignaturePolicy } from '@app/mail-text/extract-reply';
import { readMail } from '@app/mail-text/read-mail';
import type { ReadWords } from './mail-reader';

export async function readWithMailText(raw: Buffer, signature: SignaturePolicy): Promise<ReadWords> {
  return readMail(raw, { signature });
}
