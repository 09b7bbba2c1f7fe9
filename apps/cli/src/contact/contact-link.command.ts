import { SubCommand } from 'nest-commander';
import { ourBot } from '@app/persistence/links/our-bot';
import { newStartLink } from '@app/persistence/links/start-link';
import type { Answer } from '../command-line/answer';
import { AnsweringCommand } from '../command-line/answering.command';
import { Mistake } from '../command-line/mistake.error';
import { Installation } from '../installation/installation';
import { momentInWords } from '../text/moment';
import { findContact } from './find-contact';

@SubCommand({
  name: 'link',
  arguments: '<contact>',
  description: 'a link of this person’s own to the bot in Telegram, to pass on (id or address)',
})
export class ContactLinkCommand extends AnsweringCommand {
  constructor(private readonly installation: Installation) {
    super();
  }

  protected async answer([given = '']: readonly string[]): Promise<Answer> {
    const { contacts, products, bots, links, clock } = await this.installation.open();
    const { _id: contactId, productId } = await findContact(contacts, given);
    const telegram = (await products.find(productId))?.settings.telegram;
    if (!telegram?.enabled) {
      throw new Mistake(
        `"${productId}" is not sold in Telegram; set telegram.enabled in its product.yaml and load it.`,
      );
    }
    const bot = ourBot(await bots.all());
    if (!bot) throw new Mistake('No bot is known yet; set TELEGRAM_BOT_TOKEN and start tg-gateway.');
    const { url, stored } = newStartLink({ contactId, bot: bot.username, days: telegram.linkDays, now: clock.now() });
    await links.insert(stored);
    const { expiresAt } = stored;
    const until = expiresAt ? `\nIt joins whoever presses Start first, until ${momentInWords(expiresAt)}.` : '';
    return { text: `${url}${until}`, json: { id: contactId, link: url, until: expiresAt?.toISOString() ?? null } };
  }
}
