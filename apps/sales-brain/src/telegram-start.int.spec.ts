import { linkId } from '@app/persistence/links/start-link';
import { MOST_VAIN_STARTS } from '@app/persistence/links/vain-starts';
import { ChatUser, introduceBot, tokenIn } from '../../../test/support/chat-user';
import { SalesWorld } from '../../../test/support/sales-world';
import { testDatabase } from '../../../test/support/test-database';

const database = testDatabase();
let world: SalesWorld;

beforeAll(async () => {
  world = await SalesWorld.open(database, undefined, { gatherFor: { email: 0, telegram: 0 } });
  await introduceBot(world);
  await world.startBrain();
});

afterAll(() => world.close());

let users = 1000;

function aUser(facts: ConstructorParameters<typeof ChatUser>[2] = {}): ChatUser {
  users += 1;
  return new ChatUser(world, String(users), facts);
}

/** A contact who has our opening letter, and the token in it. */
async function invited(address: string) {
  const contact = await world.addContact(address);
  const opening = await world.deliverTo(contact);
  await world.settledIn(contact, 'awaiting-reply');
  return { contact, opening, token: tokenIn(opening.text) };
}

describe('the link in an opening letter', () => {
  it('joins the chat of who presses Start to the contact: one conversation, on two channels', async () => {
    const { contact, token } = await invited('anna@firm.example');
    const anna = aUser({ username: 'Anna_Buyer' });
    await anna.starts(token);
    expect(await anna.hears()).toMatchObject({ channel: 'telegram', to: anna.id, letters: ['opening'], subject: '' });
    expect(await world.contact(contact._id)).toMatchObject({
      addresses: ['anna@firm.example', anna.address, '@anna_buyer'],
      telegram: { userId: anna.id, username: 'Anna_Buyer', unreachable: false },
    });
    expect(await world.db.conversations.countDocuments({ contactId: contact._id })).toBe(1);

    await world.writes('anna@firm.example', 'Пришлите презентацию');
    const byMail = await world.deliverTo(contact);
    expect(byMail).toMatchObject({ channel: 'email', to: 'anna@firm.example', letters: ['presentation'], chat: null });
    await world.settledIn(contact, 'awaiting-reply');
    await anna.writes('А сколько это стоит?');
    expect(await anna.hears()).toMatchObject({ channel: 'telegram', recipient: anna.address, letters: ['answer'] });
  });

  it('is stored as a hash alone, and is good for as long as the product says', async () => {
    const { contact, token } = await invited('bella@firm.example');
    const stored = await world.db.telegramLinks.find({ contactId: contact._id }).lean();
    expect(stored).toMatchObject([{ _id: linkId(token), joinedBy: null }]);
    expect(JSON.stringify(stored)).not.toContain(token);
    const { createdAt, expiresAt } = stored[0] ?? {};
    expect(expiresAt?.getTime()).toBe((createdAt?.getTime() ?? 0) + 30 * 86_400_000);
  });

  it('makes a contact of their own of a second user, who sees nothing of before', async () => {
    const { contact, token } = await invited('clara@firm.example');
    const [clara, colleague] = [aUser(), aUser({ languageCode: 'en' })];
    await clara.starts(token);
    await clara.hears();
    await colleague.starts(token);
    expect(await colleague.hears()).toMatchObject({ letters: ['referral-opening'], to: colleague.id });
    const introduced = await colleague.contact();
    expect(introduced).toMatchObject({ referredBy: contact._id, addresses: [colleague.address], language: 'en' });
    expect(introduced.conversationId).not.toBe(contact.conversationId);
  });

  it('joins one of two users who press it at the same instant, and introduces the other', async () => {
    const second = await world.startBrain();
    for (const round of ['1', '2', '3']) {
      const { contact, token } = await invited(`twice-${round}@firm.example`);
      const users = [aUser(), aUser()] as const;
      await Promise.all(users.map((user) => user.starts(token)));
      const heard = await Promise.all(users.map((user) => user.hears()));
      expect(heard.map(({ letters }) => letters.join()).sort()).toEqual(['opening', 'referral-opening']);
      const contacts = await Promise.all(users.map((user) => user.contact()));
      expect(contacts.map(({ _id, referredBy }) => (_id === contact._id ? 'joined' : referredBy)).sort()).toEqual(
        [contact._id, 'joined'].sort(),
      );
    }
    await second.close();
  }, 90_000);

  it('that is older than it is good for joins nobody: who presses it is a contact of their own', async () => {
    const { contact, token } = await invited('dora@firm.example');
    await world.db.telegramLinks.updateOne({ _id: linkId(token) }, { $set: { expiresAt: new Date(0) } });
    const dora = aUser();
    await dora.starts(token);
    expect((await dora.contact())._id).not.toBe(contact._id);
    expect(await world.contact(contact._id)).toMatchObject({ telegram: null });
  });

  it('takes who had found the bot before to the contact it was given to', async () => {
    const { contact, token } = await invited('emma@firm.example');
    const emma = aUser();
    await emma.starts();
    await emma.hears();
    const before = await emma.contact();
    await emma.starts(token);
    expect((await world.deliverTo(contact)).to).toBe(emma.id);
    expect(await world.db.conversations.findById(before.conversationId).lean()).toMatchObject({ closed: true });
    await emma.asks('stop');
    await world.settledIn(contact, 'stopped');
    expect(await world.db.suppressions.countDocuments({ contactId: contact._id })).toBe(1);
  });
});

describe('somebody who guesses tokens', () => {
  it('is not even looked at after some of them, not with a token that is one', async () => {
    const { contact, token } = await invited('flora@firm.example');
    const guesser = aUser();
    for (let tries = 0; tries < MOST_VAIN_STARTS; tries += 1) {
      await guesser.starts(`guess-${String(tries)}`);
      await guesser.isHeard();
    }
    const start = await guesser.starts(token);
    await guesser.isHeard();
    expect(await world.db.messages.findById(start._id).lean()).toMatchObject({ state: 'unmatched' });
    expect(await world.contact(contact._id)).toMatchObject({ telegram: null });
    const flora = aUser();
    await flora.starts(token);
    await flora.isHeard();
    expect(await world.contact(contact._id)).toMatchObject({ telegram: { userId: flora.id } });
  });
});

describe('somebody who finds the bot', () => {
  it('and presses Start is a contact of their own, with what Telegram tells', async () => {
    const gerd = aUser({ username: 'gerd_buyer', languageCode: 'de' });
    await gerd.starts();
    expect(await gerd.hears()).toMatchObject({ letters: ['opening'], window: null, to: gerd.id });
    expect(await gerd.contact()).toMatchObject({
      productId: 'otzyvy',
      name: 'Анна Котова',
      language: 'en',
      addresses: [gerd.address, '@gerd_buyer'],
      telegram: { username: 'gerd_buyer', languageCode: 'de' },
    });
    expect(await world.noticesOn(await gerd.contact())).toEqual([]);
  });

  it('and asks something first is answered', async () => {
    const hanna = aUser();
    await hanna.writes('Сколько это стоит?');
    expect(await hanna.hears()).toMatchObject({ letters: ['answer'] });
  });

  it('and whom the operator added by name is that contact', async () => {
    const added = await world.addContact('@irma_buyer');
    const irma = aUser({ username: 'Irma_Buyer' });
    await irma.starts();
    expect((await world.deliverTo(added)).to).toBe(irma.id);
  });

  it('for a product whose rules forbid it is answered by nobody', async () => {
    await world.changeProduct({ telegram: { enabled: false, linkDays: 30 } });
    const jonas = aUser();
    const start = await jonas.starts();
    await jonas.isHeard();
    expect(await world.db.messages.findById(start._id).lean()).toMatchObject({ state: 'unmatched' });
    const karl = await world.addContact('karl@firm.example');
    expect((await world.letterOf(karl, 'queued')).text).not.toContain('t.me');
    await world.changeProduct({ telegram: { enabled: true, linkDays: 30 } });
  });
});

describe('a contact who presses Start again', () => {
  it('begins anew, and hears the opening once more', async () => {
    const lena = aUser();
    await lena.starts();
    await lena.hears();
    await lena.writes('Напишите через месяц');
    await lena.hears();
    const contact = await lena.contact();
    await world.settledIn(contact, 'postponed');
    await lena.starts();
    expect(await lena.hears()).toMatchObject({ letters: ['opening'] });
    await world.settledIn(contact, 'awaiting-reply');
    expect(
      await world.db.timers.countDocuments({
        conversationId: contact.conversationId,
        timer: 'reminder',
        status: 'scheduled',
      }),
    ).toBe(0);
  });

  it('after a stop is asked by two buttons, once, and only the button lets us write again', async () => {
    const mila = aUser();
    await mila.starts();
    await mila.hears();
    const contact = await mila.contact();
    await mila.asks('stop');
    await world.settledIn(contact, 'stopped');
    await mila.starts();
    const question = await mila.hears();
    expect(question).toMatchObject({ letters: ['ask-to-resume'], status: 'handing-over' });
    expect(question.chat?.buttons.flat().map(({ label }) => label)).toEqual(['Да, пишите', 'Нет, не нужно']);
    await mila.starts();
    await mila.isHeard();
    expect((await world.lettersOf(contact)).map(({ letters }) => letters)).toEqual([['opening'], ['ask-to-resume']]);
    expect(await world.contact(contact._id)).toMatchObject({ stoppedAt: expect.any(Date) });

    await mila.presses('Да, пишите', question);
    expect(await mila.hears()).toMatchObject({ letters: ['opening'], status: 'handing-over' });
    expect(await world.contact(contact._id)).toMatchObject({ stoppedAt: null });
  });
});

describe('a stop', () => {
  it('by mail covers the chat, and what waits to leave there', async () => {
    const { contact, token } = await invited('nora@firm.example');
    const nora = aUser();
    await nora.starts(token);
    await world.letterOf(contact, 'queued');
    await world.writes('nora@firm.example', 'Больше не пишите');
    await world.settledIn(contact, 'stopped');
    expect((await world.lettersOf(contact)).map(({ channel, status }) => [channel, status])).toEqual([
      ['email', 'settled'],
      ['telegram', 'cancelled'],
    ]);
    await nora.starts();
    expect(await nora.hears()).toMatchObject({ letters: ['ask-to-resume'], status: 'handing-over' });
  });

  it('covers the chat that joins later: Start lifts nothing', async () => {
    const { contact, token } = await invited('olga@firm.example');
    await world.writes('olga@firm.example', 'Больше не пишите');
    await world.settledIn(contact, 'stopped');
    const olga = aUser();
    await olga.starts(token);
    const question = await olga.hears();
    expect(question).toMatchObject({ letters: ['ask-to-resume'], channel: 'telegram', status: 'handing-over' });
    const stopped = await world.command({ type: 'resumeContact', contactId: contact._id, reason: 'позвонила' });
    expect(stopped).toMatchObject({ status: 'done' });
    await olga.writes('Пришлите презентацию');
    expect(await olga.hears()).toMatchObject({ letters: ['presentation'], status: 'handing-over' });
  });

  it('in words right before Start is heard first: Start asks, and lifts nothing', async () => {
    const quinn = aUser();
    await quinn.starts();
    await quinn.hears();
    const contact = await quinn.contact();
    await world.settledIn(contact, 'awaiting-reply');
    await Promise.all([quinn.writes('Больше не пишите мне'), quinn.starts()]);
    await world.settledIn(contact, 'stopped');
    expect(await quinn.hears()).toMatchObject({ letters: ['ask-to-resume'] });
  });

  it('of who was another contact covers the one they join', async () => {
    const { contact, token } = await invited('petra@firm.example');
    const petra = aUser();
    await petra.starts();
    await petra.hears();
    await petra.asks('stop');
    await world.settledIn(await petra.contact(), 'stopped');
    await petra.starts(token);
    await world.settledIn(contact, 'stopped');
    expect(await world.deliverTo(contact)).toMatchObject({ letters: ['ask-to-resume'], status: 'handing-over' });
    expect(await world.db.contacts.findById(contact._id).lean()).toMatchObject({ stoppedAt: expect.any(Date) });
  });

  it('and a Start that come at the same moment leave nobody who may be written to', async () => {
    const pairs = await Promise.all(Array.from({ length: 10 }, (_, n) => invited(`race-${String(n)}@firm.example`)));
    const racers = await Promise.all(
      pairs.map(async ({ contact, token }) => {
        const user = aUser();
        await Promise.all([user.starts(token), world.writes(contact.addresses[0] ?? '', 'Больше не пишите')]);
        return { contact, user };
      }),
    );
    for (const { contact, user } of racers) {
      await user.isHeard();
      await world.hasHeard(contact);
      await world.settledIn(contact, 'stopped');
      const { addresses } = await world.contact(contact._id);
      expect(addresses).toContain(user.address);
      const check = await Promise.all(addresses.map((address) => world.suppressed(address)));
      expect(check).toEqual(addresses.map(() => true));
    }
  });
});
