import { recipientKeys } from '@app/persistence/recipients/recipient-keys';
import { KeyRing } from '@app/persistence/keys/key-ring';
import { freePort } from '@app/peers/system/free-port';
import { testDatabase } from '../../../../test/support/test-database';
import { ONE_CLICK, OneClickWorld } from '../testing/one-click-world';

describe('a recipient who unsubscribes with one click', () => {
  const database = testDatabase();
  let world: OneClickWorld;

  beforeAll(async () => {
    world = await OneClickWorld.open(database);
    await world.startGateway();
  });

  afterAll(() => world.close());

  afterEach(() => world.world.db.messages.deleteMany({}));

  it('does so by the header of the letter that arrived, with no cookie, no session and no redirect', async () => {
    const letter = await world.world.queue({ accountId: 'sales', letters: ['opening'] });
    expect((await world.arrived(letter)).get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');

    const answer = await fetch(await world.linkOf(letter), { ...ONE_CLICK, redirect: 'error' });

    expect(answer.status).toBe(200);
    expect(answer.headers.has('set-cookie')).toBe(false);
    expect(await world.unsubscribed()).toMatchObject([
      {
        _id: `email:sales:unsubscribe ${letter.messageId}`,
        accountId: 'sales',
        from: '',
        threadIds: [letter.messageId],
        state: 'new',
      },
    ]);
  });

  it('is not unsubscribed by a scanner that follows the link, only shown a page with a button', async () => {
    const { link } = await world.sent();
    await fetch(link, { method: 'HEAD' });
    const page = await (await fetch(link)).text();

    expect(page).toContain('<form method="post">');
    expect(await world.unsubscribed()).toEqual([]);
  });

  it.each([
    ['a form of several parts', multipart()],
    ['nothing at all', undefined],
    ['something else', 'text'],
  ])('is heard by the link alone, whatever is posted: %s', async (_what, body) => {
    const { letter, link } = await world.sent();
    expect((await fetch(link, { method: 'POST', body: body ?? null })).status).toBe(200);
    expect(await world.unsubscribed()).toMatchObject([{ threadIds: [letter.messageId] }]);
  });

  it('is told the same, and is one message, however often and through however many gateways', async () => {
    const port = await freePort();
    const other = await world.startGateway(port);
    const { link } = await world.sent();
    const links = Array.from({ length: 20 }, (_, index) => (index % 2 ? link : link.replace(/:\d+\//, `:${port}/`)));

    const answers = await Promise.all(links.map((each) => fetch(each, ONE_CLICK)));
    await world.world.stopGateway(other);

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await world.unsubscribed()).toHaveLength(1);
  });

  it('is heard once more when the stop was lifted since, by the button of the same old letter', async () => {
    const { letter, link } = await world.sent();
    await fetch(link, ONE_CLICK);
    await lift(letter.to);

    await fetch(link, ONE_CLICK);
    await fetch(link, ONE_CLICK);

    expect((await world.unsubscribed()).map(({ externalId }) => externalId)).toEqual([
      `unsubscribe ${letter.messageId}`,
      `unsubscribe ${letter.messageId} 1`,
    ]);
  });

  it.each([
    ['en', 'Unsubscribe?'],
    ['ru-RU,ru;q=0.9,en;q=0.8', 'Отписаться от писем?'],
    ['de', 'Unsubscribe?'],
  ])('reads the page in a language of the browser: %s', async (languages, title) => {
    const { link } = await world.sent();
    const answer = await fetch(link, { headers: { 'Accept-Language': languages } });
    expect(await answer.text()).toContain(`<h1>${title}</h1>`);
  });

  it('finds a page that nothing keeps, frames, follows or adds to', async () => {
    const { link } = await world.sent();
    const { headers } = await fetch(link);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex',
      'content-security-policy': expect.stringMatching(/^default-src 'none'; .*frame-ancestors 'none'$/),
    });
    expect(headers.has('x-powered-by') || headers.has('etag')).toBe(false);
  });

  it.each(['GET', 'POST'])(
    'learns nothing from a link that is wrong, whatever is wrong with it: %s',
    async (method) => {
      const notice = await world.sent({ letters: ['operator-notice'] });
      const wrong = ['unknown', '%zz', '', '%00', 'a'.repeat(4000), '..%2F..', '$ne'].map((token) => `/u/${token}`);
      const links = [...wrong, '/', '/other'].map((path) => `${world.publicAddress}${path}`);

      const answers = await Promise.all([...links, notice.link].map((link) => fetch(link, { method })));

      const pages = await Promise.all(answers.map((answer) => answer.text()));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]));
      expect(new Set(pages).size).toBe(1);
      expect(await world.unsubscribed()).toEqual([]);
    },
  );

  /** Does to the ledger what lifting a stop does. */
  async function lift(address: string): Promise<void> {
    await world.world.db.suppressions.insertMany([
      {
        _id: 'lift-1',
        type: 'lifted',
        recipientIds: recipientKeys(address, new KeyRing(world.world.keyFile)).all,
        contactId: 'contact-1',
        conversationId: 'conversation-1',
        because: 'operator-asked',
        reason: 'called',
        messageId: null,
        at: new Date(),
        cancelledMessages: [],
        cancelledTimers: [],
      },
    ]);
  }
});

function multipart(): FormData {
  const form = new FormData();
  form.set('List-Unsubscribe', 'One-Click');
  return form;
}
