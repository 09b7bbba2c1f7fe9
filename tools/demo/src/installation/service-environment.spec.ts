import { readSettings } from '@app/runtime/config/settings';
import { readTelegramSettings } from '@app/runtime/config/telegram-settings';
import { serviceEnvironment } from './service-environment';

const GIVEN = { mongodbUri: 'mongodb://127.0.0.1:1/?replicaSet=rs0', mongodbDatabase: 'demo', keyFile: 'keys' };

describe('a service of the demo', () => {
  it('is told of the demo’s own database and of nothing else, and may write to this machine only', () => {
    const environment = serviceEnvironment({ ...GIVEN, telegram: null });
    expect(readSettings(environment)).toEqual({
      ...GIVEN,
      logLevel: 'log',
      logTexts: false,
      healthPort: 0,
      healthHost: '127.0.0.1',
      httpHost: '127.0.0.1',
      mailLoopbackOnly: true,
      movableClock: true,
    });
    expect(Object.keys(environment)).toHaveLength(5);
  });

  it('is told besides of the bot in a demo in Telegram', () => {
    const telegram = { apiRoot: 'http://127.0.0.1:1', token: '7000000001:a-token-of-twenty-characters' };
    expect(readTelegramSettings(serviceEnvironment({ ...GIVEN, telegram }))).toMatchObject({
      telegramApiRoot: telegram.apiRoot,
      telegramBotToken: telegram.token,
      telegramProduct: 'otzyvy',
    });
  });
});
