import { ourBot } from '@app/persistence/links/our-bot';
import { InstanceStore } from '@app/persistence/instances/instance.store';
import type { TelegramBot } from '@app/persistence/telegram/bot.schema';
import type { BesideSettings } from '@app/runtime/config/beside-settings';
import { botIdOf } from '@app/runtime/config/telegram-settings';
import type { OpenInstallation } from '../installation/open-installation';
import { botName } from '../status/bot-status';
import { examineUpdates } from './examine-updates';
import { right, unknown, wrong, type Finding } from './finding';

type Parts = Pick<OpenInstallation, 'db' | 'products' | 'bots'>;

/** Examines how the installation hears of its bot and what it sells there; nothing where there is neither token nor bot. */
export async function examineBots(parts: Parts, settings: BesideSettings): Promise<Finding[]> {
  const { telegramBotToken: token } = settings;
  const all = await parts.bots.all();
  const bot = token === undefined ? ourBot(all) : (all.find(({ _id }) => _id === botIdOf(token)) ?? null);
  if (token === undefined && bot === null) return [];
  const alive = await new InstanceStore(parts.db).alive('tg-gateway');
  const gateway = alive.length === 0 ? wrong('tg-gateway', 'none runs; start one.') : running(alive.length);
  if (bot === null) {
    return [gateway, wrong(NAME, 'no tg-gateway has reached Telegram with this token yet; its log says why.')];
  }
  return [
    gateway,
    ...(bot.paused === null ? [] : [wrong(botName(bot), `paused: ${bot.paused.because}`)]),
    ...otherBots(bot, all),
    await examineUpdates(bot, alive, settings),
    await sold(bot, parts),
  ];
}

const NAME = 'Telegram, updates';

function running(count: number): Finding {
  return right('tg-gateway', `${String(count)} run${count === 1 ? 's' : ''}.`);
}

/** Whom links in letters lead to is the bot that stands in the database. */
function otherBots(bot: TelegramBot, all: readonly TelegramBot[]): Finding[] {
  const invited = ourBot(all);
  if (invited === null || invited._id === bot._id) return [];
  return [
    wrong(
      botName(bot),
      `invitations lead to ${botName(invited)}, whose token was used before; stop the tg-gateway that still has it.`,
    ),
  ];
}

/** What they are sold who press Start without a link of ours. */
async function sold({ productId }: TelegramBot, { products }: Parts): Promise<Finding> {
  const name = 'Telegram, product';
  if (productId === '') {
    return unknown(name, 'TELEGRAM_PRODUCT is not set: who presses Start without a link of ours is not answered.');
  }
  const product = await products.find(productId);
  if (product === null) return wrong(name, `TELEGRAM_PRODUCT ${productId} is not loaded; load its folder.`);
  if (!product.settings.telegram.enabled) {
    return wrong(
      name,
      `${productId} forbids Telegram, so who presses Start is not answered; set telegram.enabled or another TELEGRAM_PRODUCT.`,
    );
  }
  return right(name, `who presses Start without a link of ours is sold ${productId}.`);
}
