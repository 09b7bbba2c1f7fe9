import { readChoices } from './choices';

describe('a person who starts the demo', () => {
  it('plays the contact, in Russian, without having to say so', () => {
    expect(readChoices([])).toEqual({ type: 'live', language: 'ru', fresh: false });
  });

  it('may choose English, and to forget what was before', () => {
    expect(readChoices(['--language', 'en', '--fresh'])).toEqual({ type: 'live', language: 'en', fresh: true });
  });

  it('may watch a conversation instead', () => {
    expect(readChoices(['--scripted', '--language=en'])).toEqual({ type: 'scripted', language: 'en' });
  });

  it('may ask what there is', () => {
    expect(readChoices(['--help'])).toEqual({ type: 'usage' });
  });

  it.each([
    [['--language', 'fr'], '--language is ru or en, not "fr".'],
    [['--language'], expect.stringContaining('--language')],
    [['--frsh'], expect.stringContaining("'--frsh'")],
    [['now'], expect.stringContaining("'now'")],
    [['--scripted', '--fresh'], expect.stringContaining('leave --fresh out')],
  ])('reads one sentence after a mistake: %j', (args, sentence) => {
    expect(readChoices(args)).toEqual({ type: 'mistake', sentence });
  });
});
