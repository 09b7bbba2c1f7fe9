import { emailAddress } from './email-address';

describe('an address the operator gives', () => {
  it.each([
    ['Anna.Petrova@Company.RU', 'anna.petrova@company.ru'],
    [" o'neil+crm@mail.example ", "o'neil+crm@mail.example"],
    ['info@почта.рф', 'info@xn--80a1acny.xn--p1ai'],
  ])('%s is taken as the ledger writes it', (given, taken) => {
    expect(emailAddress(given)).toBe(taken);
  });

  it.each([
    '',
    'anna',
    '@company.ru',
    'anna@',
    'anna@company',
    'a b@company.ru',
    'a..b@company.ru',
    'anna@company..ru',
    'anna@10.0.0.1',
    'Anna <anna@company.ru>',
    `${'a'.repeat(65)}@company.ru`,
    'anna@company.ru, olga@company.ru',
  ])('"%s" is refused in one sentence', (given) => {
    expect(() => emailAddress(given)).toThrow(/is not an e-mail address; write it like/);
  });
});
