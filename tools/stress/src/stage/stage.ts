import { PRODUCT, startInstallation, type Installation } from '@app/peers/installation/installation';
import type { AcceptedMail } from '@app/peers/mail/accepted-mail';
import { TELEGRAM_LIMITS, type SentByBot, type TelegramEmulator } from '../../../../test/support/telegram/emulator';
import { startTelegram } from '../../../../test/support/telegram/telegram-emulator';
import { openNetwork, type Network } from '../network/network';
import { businessDays, type BusinessDays } from './business-days';
import { Crew } from './crew';
import { startSmallSet, type SmallSet } from './small-set';

/** Everything a run is played with: three nodes of MongoDB, mail, Telegram, the ways there, two of every service. */
export interface Stage extends Pick<SmallSet, 'mongodb' | 'small'> {
  readonly installation: Installation;
  readonly telegram: TelegramEmulator;
  readonly network: Network;
  readonly crew: Crew;
  readonly time: BusinessDays;
  stop(): Promise<void>;
}

/** Who hears of what reached the contacts. */
export interface Ears {
  onMail(mail: AcceptedMail): void;
  onSent(message: SentByBot): void;
}

export async function openStage(ears: Ears): Promise<Stage> {
  const closing: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const close of closing.splice(0).reverse()) await close();
  };
  try {
    return { ...(await open(ears, closing)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function open(ears: Ears, closing: (() => Promise<unknown>)[]): Promise<Omit<Stage, 'stop'>> {
  const set = await startSmallSet();
  closing.push(() => set.stop());
  const network = await openNetwork();
  closing.push(() => network.stop());
  const telegram = await startTelegram({ limits: TELEGRAM_LIMITS, onSent: (message) => ears.onSent(message) });
  closing.push(() => telegram.close());
  const installation = await startInstallation({
    name: 'stress',
    addresses: ADDRESSES,
    password: 'stress',
    onMail: (mail) => ears.onMail(mail),
    report: () => undefined,
    replicaSet: { type: 'running', uri: set.mongodb.uri, how: 'three nodes', stop: () => Promise.resolve() },
    wayTo: (port, protocol) => network.wayTo(port, protocol),
  });
  closing.push(() => installation.stop());
  const time = businessDays(installation);
  await time.jump(1);

  const telegramPort = await network.wayTo(Number(new URL(telegram.apiRoot).port), 'telegram');
  const crew = await Crew.start({
    ...installation.env,
    TELEGRAM_API_ROOT: `http://127.0.0.1:${telegramPort}`,
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_PRODUCT: PRODUCT,
  });
  closing.push(() => crew.stop());
  return { installation, mongodb: set.mongodb, small: set.small, telegram, network, crew, time };
}

const ADDRESSES = ['sales@one.test', 'sales@two.test', 'sales@three.test', 'sales@four.test'];
