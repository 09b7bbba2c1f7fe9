import { companyDomainOf } from './company-domain';

describe('the company of a contact', () => {
  it('is told by the domain of the address', () => {
    expect(companyDomainOf('anna@acme.example')).toBe('acme.example');
  });

  it('is the same however the domain is spelled', () => {
    expect(companyDomainOf('anna@ACME.example')).toBe('acme.example');
  });

  it.each(['anna@gmail.com', 'anna@mail.ru', 'anna@yandex.ru', 'anna@ya.ru', 'anna@internet.ru', 'anna@proton.me'])(
    'is not told by the mail provider of %s: two strangers there are no colleagues',
    (address) => {
      expect(companyDomainOf(address)).toBe('');
    },
  );

  it('is not told by a Telegram name', () => {
    expect(companyDomainOf('@anna_buyer')).toBe('');
  });
});
