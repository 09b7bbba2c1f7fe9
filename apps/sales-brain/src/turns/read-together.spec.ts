import { statedReading } from '@app/domain/stated-reading';
import { readTogether } from './read-together';

const inChat = (words: string) => ({ messageId: words, words, isChat: true });
const ALONE = { alsoRead: [] };
const never = () => false;

describe('a burst of messages in a chat', () => {
  it('is read as one text, with the last of them', () => {
    const read = readTogether([inChat('Здравствуйте'), inChat('пришлите презентацию')], never);
    expect(read).toEqual([
      {
        ...inChat('пришлите презентацию'),
        words: 'Здравствуйте\nпришлите презентацию',
        alsoRead: ['Здравствуйте'],
      },
    ]);
  });

  it('is read one by one where one of them says stop', () => {
    const burst = [inChat('пришлите презентацию'), inChat('стоп')];
    const read = readTogether(burst, (words) => words === 'стоп');
    expect(read).toEqual(burst.map((one) => ({ ...one, ...ALONE })));
  });

  it('leaves what a button says as it is', () => {
    const stop = { messageId: 'stop', words: statedReading({ type: 'asked', command: 'stop' }) ?? '', isChat: true };
    const burst = [inChat('Здравствуйте'), stop];
    expect(readTogether(burst, never)).toEqual(burst.map((one) => ({ ...one, ...ALONE })));
  });
});

describe('mails that came together', () => {
  it('are read one by one', () => {
    const mails = [inChat('один'), inChat('два')].map((mail) => ({ ...mail, isChat: false }));
    expect(readTogether(mails, never)).toEqual(mails.map((mail) => ({ ...mail, ...ALONE })));
  });
});
