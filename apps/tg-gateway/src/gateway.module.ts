import type { DynamicModule, Provider, Type } from '@nestjs/common';
import { TelegrafModule } from 'nestjs-telegraf';
import { COLLECTIONS } from '@app/persistence/collections';
import type { KeyRing } from '@app/persistence/keys/key-ring';
import { ServiceModule } from '@app/runtime/boot/service.module';
import { TelegramSettings } from '@app/runtime/config/telegram-settings';
import { AttachmentFiles } from '@app/runtime/outbox/attachment-files';
import { LettersInHand } from '@app/runtime/outbox/letters-in-hand';
import { OutboxChannel } from '@app/runtime/outbox/outbox-channel';
import { OutboxReactor } from '@app/runtime/outbox/outbox.reactor';
import { Settlements } from '@app/runtime/outbox/settlements';
import type { Reactor } from '@app/runtime/work/reactor';
import { TelegramApi } from './api/telegram-api';
import { IdleNotice } from './idle-notice';
import { RestoredBot } from './restored-bot';
import { GroupCourtesy } from './receiving/group-courtesy';
import { Introduction } from './receiving/introduction';
import { Poller } from './receiving/poller';
import { PollerReactor } from './receiving/poller.reactor';
import { PollingHold } from './receiving/polling-hold';
import { SaidIntake } from './receiving/said-intake';
import { SentFiles } from './receiving/sent-files';
import { Typing } from './receiving/typing';
import { UpdateIntake } from './receiving/update-intake';
import { WebhookController } from './receiving/webhook.controller';
import { WebhookListener } from './receiving/webhook.listener';
import { WebhookRegistration } from './receiving/webhook-registration';
import { BotPause } from './sending/bot-pause';
import { BusinessRights } from './sending/business-rights';
import { ClaimedMessage } from './sending/claimed-message';
import { HandOver } from './sending/hand-over';
import { MessageSender } from './sending/message.sender';
import { PartPreparer } from './sending/part-preparer';
import { SendingPace } from './sending/sending-pace';
import { TelegramChannel } from './sending/telegram.channel';

/** Stores what people send to the bot and sends what stands in the outbox; whose it is, is not its business. */
export function gatewayModule(settings: TelegramSettings, keys: KeyRing): DynamicModule {
  if (settings.telegramBotToken === '') return idleModule(settings, keys);
  const isByWebhook = isWebhookSet(settings);
  const service = serviceOf(settings, keys, {
    reactors: isByWebhook ? [OutboxReactor] : [OutboxReactor, PollerReactor],
    providers: [
      ...SENDING,
      ...RECEIVING,
      ...(isByWebhook ? [WebhookListener, WebhookRegistration] : [Poller, PollingHold]),
    ],
    imports: [
      TelegrafModule.forRoot({
        token: settings.telegramBotToken,
        // Launched by the module, a bot ends the process when Telegram is away, and stays silent after a 409.
        launchOptions: false,
        options: { telegram: { apiRoot: settings.telegramApiRoot } },
      }),
    ],
  });
  return isByWebhook ? { ...service, controllers: [WebhookController] } : service;
}

/** Whether Telegram is to call us; else we ask it. */
export function isWebhookSet({ telegramBotToken, telegramWebhookUrl }: TelegramSettings): boolean {
  return telegramBotToken !== '' && telegramWebhookUrl !== undefined;
}

const SENDING: readonly Provider[] = [
  AttachmentFiles,
  BotPause,
  BusinessRights,
  ClaimedMessage,
  HandOver,
  LettersInHand,
  MessageSender,
  PartPreparer,
  RestoredBot,
  SendingPace,
  Settlements,
  TelegramApi,
  { provide: OutboxChannel, useClass: TelegramChannel },
];

const RECEIVING: readonly Provider[] = [GroupCourtesy, Introduction, SaidIntake, SentFiles, Typing, UpdateIntake];

/** Without a token: what is to be sent waits, and everything else of the installation works. */
function idleModule(settings: TelegramSettings, keys: KeyRing): DynamicModule {
  return serviceOf(settings, keys, { reactors: [], providers: [IdleNotice], imports: [] });
}

interface Parts {
  readonly reactors: readonly Type<Reactor>[];
  readonly providers: readonly Provider[];
  readonly imports: readonly DynamicModule[];
}

function serviceOf(settings: TelegramSettings, keys: KeyRing, { reactors, providers, imports }: Parts): DynamicModule {
  return ServiceModule.of({
    name: 'tg-gateway',
    settings,
    keys,
    watches: {
      by: 'collection',
      collections: [COLLECTIONS.outbox, COLLECTIONS.telegramBots],
      waking: { outbox: { status: ['queued'] } },
    },
    reactors,
    providers: [{ provide: TelegramSettings, useValue: settings }, ...providers],
    imports,
  });
}
