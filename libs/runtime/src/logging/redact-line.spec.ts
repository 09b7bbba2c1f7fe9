import { rememberOwnAddress } from '@app/persistence/accounts/own-addresses';
import { rememberSecret } from '@app/persistence/keys/opened-secrets';
import { Identity } from '../instance/identity';
import { Redactor } from './redactor';
import { linesOf } from './service-logger';

const ADDRESS = 'anna.petrova@example.com';
const PASSWORD = 'h0rse-battery';
const URI_PASSWORD = 'p@ss/word';
const WORDS = 'Send me the deck, please';
const NAME = 'Анна Петрова';
const BOT_TOKEN = '1234567890:AAEhBOweik6ad9r_QXMENQjcrGbqCr4K-bc';

const SETTINGS = {
  mongodbUri: `mongodb://brain:${encodeURIComponent(URI_PASSWORD)}@db.test/?replicaSet=rs0`,
  telegramBotToken: BOT_TOKEN,
};

beforeAll(() => {
  rememberSecret(PASSWORD);
  rememberOwnAddress('sales@seller.test');
});

describe('a log line', () => {
  it.each([
    ['an address in a sentence', (log) => log.warn(`550 5.1.1 <${ADDRESS}>: user unknown`)],
    ['an address in a field for words', (log) => log.warn({ key: ADDRESS }, 'x')],
    ['an address in any other field', (log) => log.warn({ whoever: { deep: [ADDRESS] } }, 'x')],
    ['an address as the name of a field', (log) => log.warn({ [ADDRESS]: 1 }, 'x')],
    ['an address in an error', (log) => log.warn({ err: new Error(`no mailbox ${ADDRESS}`) }, 'x')],
    ['an address in a cause', (log) => log.warn({ err: new Error('x', { cause: new Error(ADDRESS) }) }, 'x')],
    ['an address beside an error', (log) => log.warn({ err: Object.assign(new Error('x'), { to: [ADDRESS] }) }, 'x')],
    ['a password in a sentence', (log) => log.warn(`AUTH with ${PASSWORD} failed`)],
    ['a password in a field', (log) => log.warn({ account: PASSWORD }, 'x')],
    ['a password in base64', (log) => log.warn(`tried ${Buffer.from(PASSWORD).toString('base64')}`)],
    ['a password in an error', (log) => log.warn({ err: new Error(`refused: ${PASSWORD}`) }, 'x')],
    [
      'a password in a stack',
      (log) => log.warn({ err: withStack(`Error: ${PASSWORD}\n    at ${PASSWORD} (x.js:1:1)`) }, 'x'),
    ],
    ['the database’s address', (log) => log.warn(`cannot reach ${SETTINGS.mongodbUri}`)],
    ['the database’s password', (log) => log.warn(`tried ${URI_PASSWORD}`)],
    ['a bot’s token in an address', (log) => log.warn(`https://api.telegram.org/bot${BOT_TOKEN}/getMe`)],
    ['a name in a sentence', (log) => log.warn(`could not file what ${NAME} wrote`)],
    ['a name in a duplicate key', (log) => log.warn(`E11000 dup key: { name: "${NAME}" }`)],
    ['words in a field', (log) => log.warn({ text: WORDS }, 'x')],
    ['words in quotes', (log) => log.warn(`"${WORDS}" is not valid JSON`)],
    ['words in quotes that nobody closed', (log) => log.warn(`Unexpected token S in JSON: "${WORDS}`)],
    ['words beside an error', (log) => log.warn({ err: Object.assign(new Error('x'), { source: WORDS }) }, 'x')],
    ['a telephone’s number', (log) => log.warn('call +7 (912) 345-67-89')],
  ] as readonly [string, Planted][])('never holds %s', (_, plant) => {
    const line = written(plant);
    for (const planted of PLANTED) expect(line).not.toContain(planted);
  });

  it('says what happened, to whom by id, and when', () => {
    const line = written((log) =>
      log.warn({ conversation: '0d5c', reactor: 'conversation' }, 'It failed (2 in a row)'),
    );
    expect(JSON.parse(line)).toEqual({
      level: 'warn',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      service: 'sales-brain',
      instance: expect.stringMatching(/^sales-brain-[0-9a-f]{8}$/),
      conversation: '0d5c',
      reactor: 'conversation',
      msg: 'It failed (2 in a row)',
    });
  });

  it('names the mailbox that is ours, and where an error came from', () => {
    const line = written((log) => log.error({ err: new Error('sales@seller.test is paused') }, 'x'));
    expect(JSON.parse(line)).toMatchObject({
      err: { type: 'Error', message: 'sales@seller.test is paused', stack: expect.stringMatching(/^\s+at /) },
    });
  });

  it('keeps what stands between two things it hides', () => {
    expect(written((log) => log.warn(`from ${ADDRESS} to ${ADDRESS}: refused`))).toContain(
      'from [address] to [address]: refused',
    );
  });
});

describe('a log that shows texts', () => {
  it('holds addresses and words, and no secret', () => {
    const line = written((log) => log.warn({ text: `${WORDS} ${PASSWORD}` }, `${NAME} <${ADDRESS}>`), true);
    expect(line).toContain(WORDS);
    expect(line).toContain(`${NAME} <${ADDRESS}>`);
    expect(line).not.toContain(PASSWORD);
  });
});

type Planted = (log: ReturnType<typeof linesOf>) => void;

const PLANTED = [
  ...['anna', 'example.com', PASSWORD, Buffer.from(PASSWORD).toString('base64').replace(/=+$/, '')],
  ...[URI_PASSWORD, encodeURIComponent(URI_PASSWORD), 'AAEhBOweik6ad9r', 'Анна', 'Петрова', 'deck', '345-67'],
];

function written(plant: Planted, showsTexts = false): string {
  const redactor = new Redactor(showsTexts);
  redactor.hideSettings(SETTINGS);
  let line = '';
  plant(linesOf(new Identity('sales-brain'), { logLevel: 'debug' }, redactor, { write: (one) => void (line += one) }));
  return line;
}

function withStack(stack: string): Error {
  return Object.assign(new Error('x'), { stack });
}
