import { phrase } from '../../phrase';

/** Something nobody may promise but the product itself. */
export interface ClaimKind {
  /** As a complaint names it. */
  readonly name: string;
  readonly pattern: RegExp;
  /** Whether a percentage beside it says how much of it there is. */
  readonly isMeasured?: true;
}

/** What a draft may speak of only as the passages do; each kind is one thing said in different words. */
export const CLAIM_KINDS: readonly ClaimKind[] = [
  measured('a discount', [
    'скид*|скин(у|ем|уть)|дисконт*|дешевле|уступ*|распродаж*|акци(я|и|ю|ей)|промо*|купон*|полцены|кэшбэк*|кешбек*|кэшбек*',
    'бонус*|льгот*|(сниз*|снижен*) ~ (цен*|стоим*|плат*|тариф*)|спец(цен*|услови*)',
    '(особ*|специальн*|индивидуальн*|лучш*|личн*) (цен*|услови*|предложени*)',
    'discount*|cheaper|rebate*|coupon*|promo*|cashback|bonus*|knock off|waive*|bargain|(reduc*|lower*|cut*) ~ (price*|cost*|fee*)',
    '(special|lower|better|reduced|exclusive|personal) (offer|price|pricing|deal|rate|terms)',
  ]),
  measured('something for nothing', [
    'бесплатн*|даром|безвозмездн*|подар*|презент|дарим|без оплаты|за наш счет|за счет компании|ничего не (стоит|платите)|не платите',
    '(?<!feel )free|gratis|complimentary|gift*|for nothing|(no|without) (charge|payment|paying|cost|fee)|on the house|on us',
  ]),
  claim('a price', [
    'цен(а|ы|е|у|ой|ам|ник*)|стоим*|стоит|стоить|тариф*|прайс*|руб*|доллар*|евро|оплат*|платите|платить|плата|бюджет*',
    'price*|pricing|cost*|fee*|tariff*|rub|ruble*|rouble*|dollar*|euro|euros|usd|eur|pay*',
  ]),
  claim('a share', ['процент*|percent*|per cent']),
  claim('a guarantee', [
    'гарант*|обеща*|обязу*|обязательств*|ручаем*|клян*',
    'guarantee*|promise*|warrant*|commit*|pledge*|sla|assure*|swear',
  ]),
  claim('a refund', [
    'возврат*|верн(ем|ут|уть) (вам )?(деньги|оплату|средства)|компенс*|возмещ*',
    'refund*|money back|reimburs*|compensat*',
  ]),
  claim('a trial', ['пробн*|тестов*|триал*|тест драйв*', 'trial*|test drive|pilot']),
  claim('a term of a contract', [
    'договор*|контракт*|соглашени*|рассроч*|отсроч*|бессрочн*|пожизненн*|навсегда|безлимит*|подписк*|эксклюзив*',
    'contract*|agreement*|instal*|deferr*|lifetime|forever|unlimited|subscription*|exclusiv*',
  ]),
  claim('a penalty', ['штраф*|неустой*|пен(я|и|ю|ей)', 'penalt*|fine|fines']),
  claim('an access', [
    'парол*|логин*|учетн*|код|кода|коду|кодом|коды|ключ|ключа|ключи|ключом|токен*|доступ|доступа|доступу|доступом|доступы',
    'секрет*|админ*|password*|login*|log in|passcode*|credential*|access|token*|(api|access) key|keys|secret*|code|codes|admin*',
  ]),
  claim('data of payment or identity', [
    'паспорт*|cvv|cvc|номер* (карт*|счет*)|банковск*|реквизит*|перевед*|перевод* (денег|средств|на карт*)',
    'passport|card number|bank*|iban|wire|transfer* ~ (money|funds|account)|account number',
  ]),
  claim('an approval', ['подтвержд*|одобр*|согласован*|утвержд*', 'confirm*|approv*|authori*|agreed']),
];

function claim(name: string, phrases: readonly string[]): ClaimKind {
  return { name, pattern: phrase(phrases.join('|')) };
}

function measured(name: string, phrases: readonly string[]): ClaimKind {
  return { ...claim(name, phrases), isMeasured: true };
}
