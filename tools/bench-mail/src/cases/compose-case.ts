import type { MailKind } from '@app/mail-text/mail-kind';
import type { ExpectedWords, MailCase } from './mail-case';

interface Parts {
  readonly text: string | undefined;
  readonly kind?: MailKind;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A plain-text mail of a contact's. */
export function aTextCase(set: string, name: string, body: string, parts: Parts): MailCase {
  return aCase(set, name, { 'Content-Type': 'text/plain; charset=utf-8' }, body, parts);
}

/** A mail in HTML only, as many clients send it. */
export function anHtmlCase(set: string, name: string, html: string, parts: Parts): MailCase {
  return aCase(set, name, { 'Content-Type': 'text/html; charset=utf-8' }, html, parts);
}

/** A mail of several parts, each written with its own headers. */
export function aMultipartCase(
  set: string,
  name: string,
  type: string,
  bodies: readonly string[],
  parts: Parts,
): MailCase {
  const body = `${bodies.map((each) => `--part\r\n${each}\r\n`).join('')}--part--\r\n`;
  return aCase(set, name, { 'Content-Type': `${type}; boundary=part` }, body, parts);
}

/** The same mail, read with its signature. */
export function withSignature(mail: MailCase, text: string): MailCase {
  return { ...mail, set: `${mail.set} kept`, signature: 'keep', words: exactly(text), kinds: [] };
}

function exactly(text: string): ExpectedWords {
  return { type: 'exact', texts: [text], spaceless: false };
}

function aCase(
  set: string,
  name: string,
  type: Readonly<Record<string, string>>,
  body: string,
  { text, kind = 'human', headers = {} }: Parts,
): MailCase {
  const head = Object.entries({ ...REPLY, ...type, ...headers })
    .filter(([, value]) => value !== '')
    .map(([header, value]) => `${header}: ${value}\r\n`)
    .join('');
  const words = text === undefined ? undefined : exactly(text);
  return { set, name, raw: Buffer.from(`${head}\r\n${body}`), signature: 'strip', words, kinds: [kind] };
}

const REPLY: Readonly<Record<string, string>> = {
  From: 'Petr Ilyin <petr@ladya.example>',
  To: 'Anna Svetlova <anna@vremya.example>',
  Subject: 'Re: Time tracking',
  Date: 'Mon, 12 Jan 2026 16:21:44 +0300',
  'Message-ID': '<answer@ladya.example>',
  'In-Reply-To': '<offer@vremya.example>',
  References: '<offer@vremya.example>',
  'MIME-Version': '1.0',
};
