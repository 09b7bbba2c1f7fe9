/** What a raw mail for a test is made of; headers win over the defaults of the same name. */
interface MailParts {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** A raw mail: a reply of Pyotr's to Anna's offer, in UTF-8, unless the test says otherwise. */
export function aMail({ headers = {}, body = 'Да.' }: MailParts = {}): Buffer {
  const all = {
    From: 'Petr Ilyin <petr@ladya.example>',
    To: 'Anna <anna@vremya.example>',
    Subject: 'Re: Offer',
    Date: 'Mon, 12 Jan 2026 16:21:44 +0300',
    'Message-ID': '<reply-1@ladya.example>',
    'In-Reply-To': '<offer-1@vremya.example>',
    'Content-Type': 'text/plain; charset=utf-8',
    ...headers,
  };
  const head = Object.entries(all)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
  return Buffer.concat([Buffer.from(`${head}\r\n`), typeof body === 'string' ? Buffer.from(body) : body]);
}

/** The same reply as HTML only. */
export function anHtmlMail(html: string): Buffer {
  return aMail({ headers: { 'Content-Type': 'text/html; charset=utf-8' }, body: html });
}

/** A mail of several parts; each part is written with its own headers. */
export function aMultipart(
  type: string,
  parts: readonly string[],
  headers: Readonly<Record<string, string>> = {},
): Buffer {
  const body = parts.map((part) => `--part\r\n${part}\r\n`).join('');
  return aMail({ headers: { ...headers, 'Content-Type': `${type}; boundary=part` }, body: `${body}--part--\r\n` });
}
