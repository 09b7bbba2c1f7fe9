import fc from 'fast-check';
import { MessageStore } from '@app/persistence/messages/message.store';
import type { Contact } from '@app/persistence/contacts/contact.schema';
import { SalesWorld } from '../../../../test/support/sales-world';
import { testDatabase } from '../../../../test/support/test-database';
import { toInboundMessage } from './to-inbound-message';

/** A reply with all that a mail may have; `%` is whose it is. */
const REPLY = [
  'From: =?UTF-8?B?0JDQvdC90LA=?= <%@firm.example>',
  'To: sales@seller.test',
  'Subject: Re: =?UTF-8?Q?=D0=9E=D1=82=D0=B7=D1=8B=D0=B2=D1=8B?=',
  'Date: Tue, 3 Nov 2026 10:00:00 +0300',
  'In-Reply-To: <1@seller.test>',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=b',
  '',
  '--b',
  'Content-Type: multipart/alternative; boundary=c',
  '',
  '--c',
  'Content-Type: text/plain; charset=utf-8',
  'Content-Transfer-Encoding: base64',
  '',
  '0KHQv9Cw0YHQuNCx0L4sINC/0L7QtNGD0LzQsNC10Lw=',
  '--c',
  'Content-Type: text/html; charset=windows-1251',
  '',
  '<p>Thank you<blockquote>we wrote</blockquote>',
  '--c--',
  '--b',
  'Content-Type: application/pdf; name="=?x?B?!?="',
  "Content-Disposition: attachment; filename*=utf-8''%E0",
  '',
  '%PDF-1.4',
  '--b--',
];

const line = fc.oneof(
  fc.constantFrom(...REPLY),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    ...[
      'From: ',
      'From: <>',
      'From: a@b, c@d',
      'Date: Tue, 99 Foo 0000',
      'Message-ID: <',
      'Content-Type: message/rfc822',
    ],
    ...[
      'Content-Type: text/calendar; method=REPLY',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    ],
    ...[
      'Auto-Submitted: auto-replied',
      'Subject: unsubscribe abcdefghij',
      'Content-Transfer-Encoding: x',
      '',
      '=?'.repeat(999),
    ],
  ),
);

/** A reply of which some lines are others, with bytes that mean nothing, and perhaps cut off. */
const spoilt = fc
  .tuple(
    fc.array(fc.tuple(fc.nat(REPLY.length), line), { minLength: 1, maxLength: 5 }),
    fc.array(fc.tuple(fc.nat(), fc.uint8Array({ maxLength: 4 })), { maxLength: 3 }),
    fc.option(fc.nat(), { freq: 4 }),
  )
  .map(([changes, spots, cut]) => (name: string): Buffer => {
    const lines = changes.reduce((all, [at, changed]) => all.toSpliced(at, 1, changed), REPLY);
    const source = Buffer.from(lines.join('\r\n').replace('%', name));
    for (const [at, bytes] of spots)
      source.set(bytes.subarray(0, source.length - (at % source.length)), at % source.length);
    return cut === null ? source : source.subarray(0, cut % source.length);
  });

describe('among mails in which anything may stand', () => {
  const database = testDatabase();
  let world: SalesWorld;
  let messages: MessageStore;
  let uid = 0;
  let people = 0;

  beforeAll(async () => {
    world = await SalesWorld.open(database);
    messages = (await world.startBrain()).get(MessageStore, { strict: false });
  });

  afterAll(() => world.close());

  async function arrives(source: Buffer): Promise<void> {
    uid += 1;
    const where = { accountId: world.account._id, uidValidity: '1', uid, leftOut: [], without: null };
    const { message, contents } = await toInboundMessage({ ...where, source, storedAt: world.now() });
    await messages.store(message, contents);
  }

  it('each is stored, the good ones beside them are answered, and no conversation is stuck', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(spoilt, { minLength: 1, maxLength: 12 }), async (mails) => {
        const [odd, good] = await Promise.all(
          [`odd${++people}@firm.example`, `good${people}@firm.example`].map((address) => world.addWaiting(address)),
        );
        if (!odd || !good) throw new Error('nobody');
        const before = uid;
        for (const mail of mails) await arrives(mail(`odd${people}`));
        await arrives(Buffer.from(`From: good${people}@firm.example\r\n\r\nПришлите, пожалуйста, презентацию`));
        for (const mail of mails) await arrives(mail('stranger'));

        expect(await world.deliverTo(good)).toMatchObject({ letters: ['presentation'] });
        await world.hasHeard(odd);
        expect(await stuck([odd, good])).toEqual([]);
        const orders = Array.from({ length: uid - before }, (_, index) => before + index + 1);
        const stored = await world.db.messages.distinct('order', { order: { $gt: before } });
        // Two that say the same are one message.
        expect(orders).toEqual(expect.arrayContaining(stored));
        expect(stored.length).toBeGreaterThan(0);
      }),
      { numRuns: 5, endOnFailure: true },
    );
  }, 120_000);

  async function stuck(contacts: readonly Contact[]): Promise<readonly string[]> {
    const conversations = await Promise.all(contacts.map((contact) => world.conversationOf(contact)));
    return conversations.flatMap(({ _id, quarantined }) => (quarantined === null ? [] : [_id]));
  }
});
