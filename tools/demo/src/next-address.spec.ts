import { isContactOf, nextAddress } from './next-address';

describe('the contact of a demo', () => {
  it('is the same until she says stop, and then a new one', () => {
    expect(nextAddress('dom.example', [])).toBe('anna@dom.example');
    expect(nextAddress('dom.example', ['anna@dom.example'])).toBe('anna-2@dom.example');
    expect(nextAddress('dom.example', ['anna@dom.example', 'anna-2@dom.example'])).toBe('anna-3@dom.example');
  });

  it('is told from her colleagues', () => {
    const addresses = ['anna@dom.example', 'anna-12@dom.example', 'oleg@dom.example', 'anna@other.example'];
    expect(addresses.filter((address) => isContactOf('dom.example', address))).toEqual([
      'anna@dom.example',
      'anna-12@dom.example',
    ]);
  });
});
