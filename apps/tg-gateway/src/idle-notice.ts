import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';

/** Says why a gateway does nothing. */
@Injectable()
export class IdleNotice implements OnApplicationBootstrap {
  onApplicationBootstrap(): void {
    new Logger('tg-gateway').warn('TELEGRAM_BOT_TOKEN is not set: nothing is received from Telegram or sent there.');
  }
}
