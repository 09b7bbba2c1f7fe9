import { SalesWorld } from '../../../test/support/sales-world';
import { testDatabase } from '../../../test/support/test-database';

const database = testDatabase();
let world: SalesWorld;

beforeAll(async () => {
  world = await SalesWorld.open(database);
  await world.startBrain();
});

afterAll(() => world.close());

describe('a contact who wants the deck now and the rest in January', () => {
  it('gets one mail that holds both', async () => {
    const anna = await world.addWaiting('anna@example.com');
    await world.writes('anna@example.com', 'Пришлите презентацию и напишите мне в январе');
    const answer = await world.deliverTo(anna);
    expect(answer.letters).toEqual(['presentation', 'postpone-agreed']);
    expect(answer.attachments).toHaveLength(1);
    expect(answer.html).toContain('<p>');
    await world.settledIn(anna, 'postponed');
    expect(await world.lettersOf(anna)).toHaveLength(2);
  });
});

describe('a contact who wants to be left alone and names an address in the same breath', () => {
  it('is suppressed, and the address is written to', async () => {
    const boris = await world.addWaiting('boris@example.com');
    await world.writes('boris@example.com', 'Больше не пишите на этот адрес, пишите на buyers@example.com');
    await world.settledIn(boris, 'stopped');
    const buyers = await world.contactAt('buyers@example.com');
    expect(buyers).toMatchObject({ referredBy: boris._id, companyDomain: 'example.com' });
    expect((await world.deliverTo(buyers)).letters).toEqual(['referral-opening']);
    expect((await world.lettersOf(boris)).map(({ letters }) => letters)).toEqual([['opening']]);
  });
});

describe('a contact who names several colleagues', () => {
  it('is thanked, and each of them is written to', async () => {
    const vera = await world.addWaiting('vera@example.com');
    await world.writes('vera@example.com', 'Это не ко мне, напишите коллегам: gleb@example.com и dina@example.com');
    expect((await world.deliverTo(vera)).letters).toEqual(['redirect-thanks']);
    await world.settledIn(vera, 'redirected');
    for (const address of ['gleb@example.com', 'dina@example.com']) {
      expect((await world.deliverTo(await world.contactAt(address))).letters).toEqual(['referral-opening']);
    }
  });

  it('of whom some must not be written to leaves those alone, and the operator sees why', async () => {
    const zhenya = await world.addWaiting('zhenya@example.com');
    await world.command({ type: 'suppressAddress', address: 'quiet@example.com' });
    const named = 'quiet@example.com, vera@example.com, no-reply@example.com, sales@seller.test и new@example.com';
    await world.writes('zhenya@example.com', `Это не ко мне, напишите коллегам: ${named}`);
    await world.settledIn(zhenya, 'redirected');
    await world.contactAt('new@example.com');
    expect(await world.db.contacts.countDocuments({ referredBy: zhenya._id })).toBe(1);
    const [told] = (await world.turnsOf(zhenya)).flatMap(({ effects }) =>
      effects.flatMap((effect) => (effect.type === 'tellOperator' ? [effect.because] : [])),
    );
    expect(told).toContain('quiet@example.com (suppressed)');
    expect(told).toContain('vera@example.com (in-conversation)');
    expect(told).toContain('no-reply@example.com (no-reply)');
    expect(told).not.toContain('new@example.com');
  });
});

describe('two contacts who point to one another', () => {
  it('are each written to once, and then a person decides', async () => {
    await world.addWaiting('kira@example.com');
    await world.writes('kira@example.com', 'Это не ко мне, напишите коллеге: lev@example.com');
    const lev = await world.contactAt('lev@example.com');
    await world.deliverTo(lev);
    await world.settledIn(lev, 'awaiting-reply');
    await world.writes('lev@example.com', 'Это не ко мне, напишите коллеге: kira@example.com');
    await world.settledIn(lev, 'handed-over');
    expect(await world.db.contacts.countDocuments({ addresses: 'kira@example.com' })).toBe(1);
    expect(await world.noticesOn(lev)).toEqual(['handed-over']);
  });
});

describe('a contact who points to a colleague in Telegram', () => {
  it('is thanked, and the operator is told that the colleague has to write first', async () => {
    const misha = await world.addWaiting('misha@example.com');
    await world.writes('misha@example.com', 'Это не ко мне, напишите коллеге: @Nina_Buyer');
    await world.settledIn(misha, 'redirected');
    const nina = await world.contactAt('@nina_buyer');
    await world.settledIn(nina, 'awaiting-start');
    expect(await world.noticesOn(nina)).toEqual(['awaiting-start']);
    expect(await world.lettersOf(nina)).toEqual([]);
    const reply = await world.command({ type: 'replyToContact', contactId: nina._id, text: 'Добрый день!' });
    expect(reply).toMatchObject({ status: 'refused' });
  });
});

describe('a contact who writes in another language', () => {
  it('is answered in it from then on', async () => {
    const oleg = await world.addWaiting('oleg@example.com');
    await world.writes('oleg@example.com', 'Please send me the presentation of your service');
    const answer = await world.deliverTo(oleg);
    expect(answer.attachments).toMatchObject([{ name: 'napoleon-otzyvy-en.pdf' }]);
    expect(answer.html).toContain('lang="en"');
    expect(await world.contact(oleg._id)).toMatchObject({ language: 'en' });
  });
});
