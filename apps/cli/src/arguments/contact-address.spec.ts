import { contactAddress } from './contact-address';

describe('an address the operator names', () => {
  it('says by its form which channel it is of', () => {
    expect(contactAddress('Anna@Dom.example')).toBe('anna@dom.example');
    expect(contactAddress('@Anna_Buyer')).toBe('@anna_buyer');
    expect(contactAddress('https://t.me/anna_buyer')).toBe('@anna_buyer');
  });

  it('may be a Telegram user by id, as `contact show` prints it', () => {
    expect(contactAddress(' telegram:4711 ')).toBe('telegram:4711');
  });

  it('is refused in the words of that channel', () => {
    expect(() => contactAddress('anna')).toThrow(/is not an e-mail address/);
    expect(() => contactAddress('@a')).toThrow(/is not a Telegram user name/);
  });
});
