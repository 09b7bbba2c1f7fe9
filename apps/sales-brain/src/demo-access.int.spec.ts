import { AccessCodeStore } from '@app/persistence/access-codes/access-code.store';
import { otzyvy } from '../../../libs/product/testing/otzyvy';
import { SalesWorld } from '../../../test/support/sales-world';
import { testDatabase } from '../../../test/support/test-database';

const database = testDatabase();
const { demo } = otzyvy().settings;
let world: SalesWorld;

beforeAll(async () => {
  world = await SalesWorld.open(database, undefined, { demo: { ...demo, codes: 'codes.txt' } });
  await new AccessCodeStore(world.db).load('otzyvy', ['one', 'two', 'three']);
  await world.startBrain();
  await world.startBrain();
});

afterAll(() => world.close());

describe('contacts who want to try the product at the same instant', () => {
  it('each get a code of their own while there are any, and the last is left to a person', async () => {
    const addresses = ['a', 'b', 'c', 'd'].map((name) => `${name}@example.com`);
    const contacts = await Promise.all(addresses.map((address) => world.addWaiting(address)));
    await Promise.all(addresses.map((address) => world.writes(address, 'Дайте доступ к демо')));
    await Promise.all(contacts.map((contact) => world.hasHeard(contact)));
    const stages = await Promise.all(contacts.map((contact) => world.stageOf(contact)));
    expect(stages.sort()).toEqual(['handed-over', 'in-demo', 'in-demo', 'in-demo']);
    const given = await world.db.accessCodes.find({ contactId: { $ne: null } }).lean();
    expect(new Set(given.map(({ contactId }) => contactId)).size).toBe(3);
    const letters = await world.db.outbox.find({ letters: 'demo-access' }).lean();
    for (const { contactId, text } of letters) {
      expect(text).toContain(given.find((code) => code.contactId === contactId)?.code);
    }
  });

  it('again are told the code they have', async () => {
    const [letter] = await world.db.outbox.find({ letters: 'demo-access' }).lean();
    const contact = await world.contact(letter?.contactId ?? '');
    await world.deliverTo(contact);
    await world.writes(contact.addresses[0] ?? '', 'Пришлите доступ к демо ещё раз');
    const again = await world.deliverTo(contact);
    const given = await world.db.accessCodes.find({ contactId: contact._id }).lean();
    expect(given).toHaveLength(1);
    expect(again.text).toContain(given[0]?.code);
  });
});

describe('a product whose codes come from a template', () => {
  it('gives each contact one that nobody could guess', async () => {
    await world.changeProduct({ demo: { ...demo, codes: 'trial-{random}' } });
    const eva = await world.addWaiting('eva@example.com');
    await world.writes('eva@example.com', 'Дайте доступ к демо');
    const letter = await world.deliverTo(eva);
    const [given] = await world.db.accessCodes.find({ contactId: eva._id }).lean();
    expect(given?.code).toMatch(/^trial-\w{10}$/);
    expect(letter.text).toContain(given?.code);
  });
});
