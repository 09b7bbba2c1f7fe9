import { ChatUser, introduceBot, tokenIn } from '../../../../test/support/chat-user';
import { SalesWorld } from '../../../../test/support/sales-world';
import { testDatabase } from '../../../../test/support/test-database';
import { Operator } from '../../testing/operator';
import { SuppressionCheckCommand } from '../suppression/suppression-check.command';
import { ContactLinkCommand } from './contact-link.command';
import { ContactShowCommand } from './contact-show.command';

const database = testDatabase();
let world: SalesWorld;
let operator: Operator;

beforeAll(async () => {
  world = await SalesWorld.open(database, undefined, { gatherFor: { email: 0, telegram: 0 } });
  await world.startBrain();
  operator = await Operator.at(world.settings, world.keys);
});

afterAll(async () => {
  await operator.leave();
  await world.close();
});

describe('the operator', () => {
  it('is told what a link to the bot still needs', async () => {
    const contact = await world.addContact('early@firm.example');
    await expect(operator.json(ContactLinkCommand, [contact._id], {})).rejects.toThrow(/TELEGRAM_BOT_TOKEN/);
    await introduceBot(world);
    await world.changeProduct({ telegram: { enabled: false, linkDays: 0 } });
    await expect(operator.json(ContactLinkCommand, [contact._id], {})).rejects.toThrow(/telegram\.enabled/);
    await world.changeProduct({ telegram: { enabled: true, linkDays: 0 } });
  });

  it('passes on a link that lasts as long as the product says, and sees both channels as one chat', async () => {
    const contact = await world.addWaiting('anna@firm.example');
    const given = await operator.json(ContactLinkCommand, ['anna@firm.example'], {});
    expect(given).toMatchObject({ id: contact._id, until: null });
    const anna = new ChatUser(world, '4711');
    await anna.starts(tokenIn((given as { readonly link: string }).link));
    await anna.hears();
    const shown = await operator.text(ContactShowCommand, ['telegram:4711'], {});
    expect(shown).toContain('<anna@firm.example, telegram:4711>');
    expect(shown).toMatch(/▶ .* {2}e-mail/);
    expect(shown).toMatch(/◀ .* {2}Telegram\n {4}\/start/);
  });

  it('finds a Telegram user in the ledger who said stop', async () => {
    await world.addWaiting('boris@firm.example');
    const given = await operator.json(ContactLinkCommand, ['boris@firm.example'], {});
    const boris = new ChatUser(world, '4712');
    await boris.starts(tokenIn((given as { readonly link: string }).link));
    await boris.hears();
    await world.writes('boris@firm.example', 'Больше не пишите');
    await world.settledIn(await boris.contact(), 'stopped');
    expect(await operator.json(SuppressionCheckCommand, ['telegram:4712'], {})).toMatchObject({ suppressed: true });
  });
});
