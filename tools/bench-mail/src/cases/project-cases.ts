import { banners } from './banner-cases';
import { forwards } from './forward-cases';
import { htmlBodies } from './html-cases';
import { machines } from './machine-cases';
import type { MailCase } from './mail-case';
import { otherPostings, topPostings } from './posting-cases';
import { signatures } from './signature-cases';
import { traps } from './trap-cases';

/** The project's own cases: mails written by hand after what the clients send. */
export function projectCases(): readonly MailCase[] {
  return [
    ...topPostings(),
    ...otherPostings(),
    ...forwards(),
    ...signatures(),
    ...banners(),
    ...htmlBodies(),
    ...traps(),
    ...machines(),
  ];
}
