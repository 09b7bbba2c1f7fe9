import { externalId } from './external-id';
import { parseMail } from './parse-mail';
import { aMail } from './testing/a-mail';

async function idOf(headers: Record<string, string>, body = 'Да.') {
  return externalId(await parseMail(aMail({ headers, body })));
}

describe('the identity of a mail', () => {
  it('is the same in two mailboxes, whatever the relays wrote on it', async () => {
    const one = await idOf({ Received: 'by a.example', 'Delivered-To': 'anna@vremya.example' });
    const other = await idOf(
      { Received: 'by b.example', 'Delivered-To': 'sales@vremya.example', 'X-Spam': 'no' },
      'Да.\r\n',
    );
    expect(one).toBe(other);
    expect(one).toMatch(/^<reply-1@ladya\.example> [0-9a-f]{64}$/);
  });

  it('tells apart what shares a Message-ID', async () => {
    const ids = await Promise.all([
      idOf({}),
      idOf({}, 'Нет.'),
      idOf({ Date: 'Tue, 13 Jan 2026 16:21:44 +0300' }),
      idOf({ From: 'x@y.example' }),
    ]);
    expect(new Set(ids).size).toBe(4);
  });

  it('exists without a Message-ID', async () => {
    expect(await idOf({ 'Message-ID': '' })).toMatch(/^- [0-9a-f]{64}$/);
  });
});
