import { TelegramError } from 'telegraf';
import { NOT_CONNECTED } from './api-agent';
import { toApiFailure } from './api-failure';

const TOKEN = '4711:AAAAAAAAAAAAAAAAAAAAAAAA';

describe('a call that failed', () => {
  it('tells what Telegram answered', () => {
    const parameters = { retry_after: 5, migrate_to_chat_id: -1002 };
    const error = new TelegramError({ error_code: 429, description: 'Too Many Requests', parameters });
    expect(toApiFailure(error, TOKEN).facts).toEqual({
      mayHaveArrived: true,
      status: 429,
      retryAfter: 5,
      migratedTo: '-1002',
      said: '429 Too Many Requests',
    });
  });

  it('cannot have arrived where there never was a connection, and else may have', () => {
    const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: NOT_CONNECTED });
    const cut = Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
    expect([refused, cut, 'odd'].map((error) => toApiFailure(error, TOKEN).facts.mayHaveArrived)).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('never shows the token', () => {
    const error = new Error(`invalid json response body at https://api.telegram.org/bot${TOKEN}/getMe`);
    expect(toApiFailure(error, TOKEN).message).toBe(
      'Telegram: invalid json response body at https://api.telegram.org/bot…/getMe',
    );
  });
});
