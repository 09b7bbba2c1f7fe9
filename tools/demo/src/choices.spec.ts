import { readChoices } from './choices';

describe('a person who starts the demo', () => {
  it('plays the contact, in Russian, without having to say so', () => {
    expect(readChoices([])).toEqual({ type: 'live', language: 'ru', fresh: false, llm: null });
  });

  it('may choose English, and to forget what was before', () => {
    expect(readChoices(['--language', 'en', '--fresh'])).toEqual({
      type: 'live',
      language: 'en',
      fresh: true,
      llm: null,
    });
  });

  it('may watch a conversation instead', () => {
    expect(readChoices(['--scripted', '--language=en'])).toEqual({ type: 'scripted', language: 'en', llm: null });
  });

  it('may bring a language model, by the name its server knows', () => {
    const args = ['--llm', 'http://127.0.0.1:11434', '--model', 'qwen2.5:7b'];
    expect(readChoices(args)).toMatchObject({ llm: { endpoint: 'http://127.0.0.1:11434', name: 'qwen2.5:7b' } });
  });

  it('may ask what there is', () => {
    expect(readChoices(['--help'])).toEqual({ type: 'usage' });
  });

  it.each([
    [['--language', 'fr'], '--language is ru or en, not "fr".'],
    [['--language'], expect.stringContaining('--language')],
    [['--llm', 'ollama'], '--llm is an http:// or https:// address, not "ollama".'],
    [['--frsh'], expect.stringContaining("'--frsh'")],
    [['now'], expect.stringContaining("'now'")],
    [['--scripted', '--fresh'], expect.stringContaining('leave --fresh out')],
  ])('reads one sentence after a mistake: %j', (args, sentence) => {
    expect(readChoices(args)).toEqual({ type: 'mistake', sentence });
  });
});
