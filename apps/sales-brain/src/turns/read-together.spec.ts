import { statedReading } from '@app/domain/stated-reading';
import { readTogether } from './read-together';

const inChat = (words: string) => ({ words, isChat: true });
const never = () => false;

describe('a burst of messages in a chat', () => {
  it('is read as one text, with the last of them', () => {
    const [hello, deck] = readTogether([inChat('Здравствуйте'), inChat('пришлите презентацию')], never);
    expect(deck?.words).toBe('Здравствуйте\nпришлите презентацию');
    expect(hello?.words).toMatchObject({ intents: [{ type: 'acknowledged' }] });
  });

  it('is read one by one where one of them says stop', () => {
    const burst = [inChat('пришлите презентацию'), inChat('стоп')];
    expect(readTogether(burst, (words) => words === 'стоп')).toEqual(burst);
  });

  it('leaves what a button says as it is', () => {
    const stop = { words: statedReading({ type: 'asked', command: 'stop' }) ?? '', isChat: true };
    expect(readTogether([inChat('Здравствуйте'), stop], never)).toEqual([inChat('Здравствуйте'), stop]);
  });
});

describe('mails that came together', () => {
  it('are read one by one', () => {
    const mails = [inChat('один'), inChat('два')].map((mail) => ({ ...mail, isChat: false }));
    expect(readTogether(mails, never)).toEqual(mails);
  });
});
