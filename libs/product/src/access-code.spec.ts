import { codeFromTemplate, CODE_RANDOM_BYTES, isTemplate } from './access-code';

describe('a contact who gets access to a trial', () => {
  it('has a code of their own, in the form the operator wrote', () => {
    const random = Uint8Array.from({ length: CODE_RANDOM_BYTES }, (_, index) => index * 3);
    expect(codeFromTemplate('steam-{random}-2026', random)).toBe('steam-0369cfjnrv-2026');
  });

  it('never has to guess whether a letter is a digit', () => {
    const every = Uint8Array.from({ length: 256 }, (_, index) => index);
    expect(codeFromTemplate('{random}', every)).toMatch(/^[0-9a-hjkmnp-tv-z]{256}$/);
  });

  it('gets one from a file when the operator names one', () => {
    expect(isTemplate('steam-{random}')).toBe(true);
    expect(isTemplate('codes.txt')).toBe(false);
  });
});
