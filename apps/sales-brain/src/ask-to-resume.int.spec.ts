import type { Contact } from '@app/persistence/contacts/contact.schema';
import { SalesWorld } from '../../../test/support/sales-world';
import { testDatabase } from '../../../test/support/test-database';

const database = testDatabase();
let world: SalesWorld;

beforeAll(async () => {
  world = await SalesWorld.open(database);
  await world.startBrain();
});

afterAll(() => world.close());

async function aStoppedContact(address: string): Promise<Contact> {
  const contact = await world.addWaiting(address);
  await world.writes(address, 'Больше мне не пишите');
  await world.settledIn(contact, 'stopped');
  return contact;
}

describe('a contact who said stop and later asks for the deck', () => {
  it('is asked once whether we may write, agrees, and has the deck', async () => {
    const anna = await aStoppedContact('anna@example.com');
    await world.writes('anna@example.com', 'Пришлите, пожалуйста, презентацию');
    const question = await world.deliverTo(anna);
    expect(question).toMatchObject({ letters: ['ask-to-resume'], status: 'handing-over' });
    expect(await world.contact(anna._id)).toMatchObject({ stoppedAt: expect.any(Date) });

    await world.writes('anna@example.com', 'Да', { threadIds: [question.messageId] });
    expect(await world.deliverTo(anna)).toMatchObject({ letters: ['presentation'], status: 'handing-over' });
    await world.settledIn(anna, 'awaiting-reply');
    expect(await world.contact(anna._id)).toMatchObject({ stoppedAt: null });
    const ledger = await world.db.suppressions.find({ contactId: anna._id }).sort({ at: 1 }).lean();
    expect(ledger.map(({ type, because }) => [type, because])).toEqual([
      ['suppressed', 'contact-asked'],
      ['lifted', 'contact-agreed'],
    ]);
  });

  it('is not asked a second time', async () => {
    const boris = await aStoppedContact('boris@example.com');
    await world.writes('boris@example.com', 'Пришлите презентацию');
    await world.deliverTo(boris);
    await world.writes('boris@example.com', 'Ну пришлите же презентацию');
    await world.hasHeard(boris);
    expect((await world.lettersOf(boris)).map(({ letters }) => letters)).toEqual([['opening'], ['ask-to-resume']]);
    expect(await world.stageOf(boris)).toBe('stopped');
  });

  it('and says stop again is left alone', async () => {
    const vera = await aStoppedContact('vera@example.com');
    await world.writes('vera@example.com', 'Стоп, я же просила не писать');
    await world.hasHeard(vera);
    expect(await world.lettersOf(vera)).toHaveLength(1);
  });
});

describe('an operator who lifts a stop', () => {
  it('gives a reason, and the contact is waited for again', async () => {
    const gleb = await aStoppedContact('gleb@example.com');
    const reason = 'позвонил и попросил писать снова';
    expect(await world.command({ type: 'resumeContact', contactId: gleb._id, reason })).toMatchObject({
      status: 'done',
    });
    await world.settledIn(gleb, 'awaiting-reply');
    expect(await world.db.suppressions.findOne({ contactId: gleb._id, type: 'lifted' }).lean()).toMatchObject({
      because: 'operator-asked',
      reason,
    });
    await world.writes('gleb@example.com', 'Пришлите презентацию');
    expect((await world.deliverTo(gleb)).status).toBe('handing-over');
  });

  it('is told that there is nothing to lift', async () => {
    const dina = await world.addContact('dina@example.com');
    const refused = await world.command({ type: 'resumeContact', contactId: dina._id, reason: 'x' });
    expect(refused.because).toContain('nothing to lift');
  });
});

describe('an address the operator stops', () => {
  it('that is a contact of two conversations is stopped in both', async () => {
    await world.db.products.insertOne({
      ...(await world.db.products.findById('otzyvy').lean()),
      _id: 'other',
    });
    await world.db.accounts.insertOne({
      ...(await world.db.accounts.findById('sales').lean()),
      _id: 'other',
      productId: 'other',
      address: 'other@seller.test',
    });
    const here = await world.addContact('egor@example.com');
    const there = await world.addContact('egor@example.com', { productId: 'other' });
    const stopped = await world.command({ type: 'suppressAddress', address: 'egor@example.com' });
    expect(stopped).toMatchObject({ status: 'done' });
    await world.settledIn(here, 'stopped');
    await world.settledIn(there, 'stopped');

    await world.command({ type: 'liftAddress', address: 'egor@example.com', reason: 'ошибка в списке' });
    await world.settledIn(here, 'awaiting-reply');
    await world.settledIn(there, 'awaiting-reply');
  });

  it('that is nobody’s is kept in the ledger, and lifted from it', async () => {
    const body = { type: 'suppressAddress', address: 'nobody@elsewhere.example' } as const;
    expect(await world.command(body)).toMatchObject({ status: 'done' });
    // A list may be brought twice.
    expect(await world.command(body)).toMatchObject({ status: 'done' });
    expect(await world.db.suppressions.countDocuments({ contactId: '' })).toBe(1);
    await expect(world.addContact('nobody@elsewhere.example')).rejects.toThrow('never to write again');
    const lift = { type: 'liftAddress', address: body.address, reason: 'ошибка' } as const;
    expect(await world.command(lift)).toMatchObject({ status: 'done' });
    expect(await world.command(lift)).toMatchObject({ status: 'refused' });
    await world.addContact('nobody@elsewhere.example');
  });
});
