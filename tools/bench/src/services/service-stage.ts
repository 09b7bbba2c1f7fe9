import { startService, type RunningService, type ServiceName } from '@app/peers/installation/built-services';
import { PRODUCT, type Installation } from '@app/peers/installation/installation';
import { startOpenAiPeer } from '../../../../test/support/openai-peer';
import { startTelegram } from '../../../../test/support/telegram/telegram-emulator';
import { startBareInstallation } from '../installation';

export const SERVICES = ['sales-brain', 'mail-gateway', 'tg-gateway', 'llm-host'] as const satisfies ServiceName[];

/** An installation in which any service can be started: it has a Telegram too, and a model that nobody asks. */
export interface ServiceStage extends Installation {
  start(name: ServiceName): Promise<RunningService>;
}

export async function startServiceStage(report: (line: string) => void): Promise<ServiceStage> {
  const installation = await startBareInstallation(report, () => undefined);
  try {
    const telegram = await startTelegram();
    installation.closeFirst(() => telegram.close());
    const model = await startOpenAiPeer();
    installation.closeFirst(() => model.stop());
    const host = { LLM_ENDPOINT: model.address, LLM_MODEL: 'small' };
    const chats = {
      TELEGRAM_API_ROOT: telegram.apiRoot,
      TELEGRAM_BOT_TOKEN: telegram.token,
      TELEGRAM_PRODUCT: PRODUCT,
    };
    const start = (name: ServiceName): Promise<RunningService> => {
      switch (name) {
        case 'sales-brain':
        case 'mail-gateway':
          return startService(name, installation.env);
        case 'tg-gateway':
          return startService(name, { ...installation.env, ...chats });
        case 'llm-host':
          return startService(name, { ...installation.env, ...host });
      }
    };
    return { ...installation, start };
  } catch (error) {
    await installation.stop();
    throw error;
  }
}
