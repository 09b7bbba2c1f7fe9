import { wrap } from './wrap';

describe('a letter on a narrow terminal', () => {
  it('is broken between words', () => {
    expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
  });

  it('keeps its own lines and its empty ones', () => {
    expect(wrap('one\n\ntwo', 80)).toEqual(['one', '', 'two']);
  });

  it('keeps a link in one piece', () => {
    expect(wrap('see https://otzyvy.example/demo now', 10)).toEqual(['see', 'https://otzyvy.example/demo', 'now']);
  });
});
