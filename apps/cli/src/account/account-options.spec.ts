import { fingerprint } from './fingerprint';
import { tokenUrl } from './token-url';

describe('a fingerprint', () => {
  const HEX = 'ab'.repeat(32);

  it.each([
    HEX,
    HEX.toUpperCase(),
    'AB:'.repeat(32).slice(0, -1),
    `sha256 Fingerprint=${'AB:'.repeat(32).slice(0, -1)}`,
  ])('is taken as openssl prints it: %s', (given) => {
    expect(fingerprint(given)).toBe(HEX);
  });

  it.each(['', 'ab', 'ab'.repeat(20), 'xy'.repeat(32)])('is nothing else: "%s"', (given) => {
    expect(() => fingerprint(given)).toThrow(/openssl x509/);
  });
});

describe('the address of a token endpoint', () => {
  it.each(['https://oauth2.googleapis.com/token', 'http://127.0.0.1:8080/token', 'http://localhost/token'])(
    'may be %s',
    (url) => {
      expect(tokenUrl(url)).toBe(url);
    },
  );

  it.each([
    'http://provider.test/token',
    'https://user:secret@provider.test/',
    'provider.test/token',
    'ftp://127.0.0.1/',
  ])('may not be %s, where a secret would be seen', (url) => {
    expect(() => tokenUrl(url)).toThrow(/https address of a token endpoint/);
  });
});
