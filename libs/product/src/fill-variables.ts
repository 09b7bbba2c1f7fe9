import type { SendMessage } from '@app/domain/send-message';
import type { Language } from '@app/domain/language';
import { dateInWords } from './date-in-words';
import type { LetterVariables } from './letter-variables';
import type { MailFacts } from './mail-facts';
import type { Passage, Product } from './product';
import { slotInWords } from './slot-in-words';

/** What the letters of a mail may say. */
export function fillVariables(
  effect: SendMessage,
  { product, rules, contact, referrer, token, now }: MailFacts,
): LetterVariables {
  const { language } = contact;
  const { name, sender, demo } = product.settings;
  const inWords = (slot: { readonly startsAt: Date; readonly endsAt: Date }): string =>
    slotInWords(slot, language, rules.timeZone, now);
  return {
    contact: { name: contact.name, company: contact.company, interests: listed(contact.interests, language) },
    consent: product.settings.consent.shown ? contact.consent : {},
    product: { name: name[language] },
    sender: { name: sender.name[language], company: sender.company[language] },
    token,
    demo: { link: demo.link, login: demo.login },
    referrer: referrer ?? {},
    ...(effect.date ? { date: dateInWords(effect.date, language, rules.timeZone, now) } : {}),
    ...answersOf(effect, product),
    ...(effect.slots ? { slots: effect.slots.map((slot, index) => ({ number: index + 1, time: inWords(slot) })) } : {}),
    ...(effect.slot ? { slot: inWords(effect.slot) } : {}),
    ...(effect.code === undefined ? {} : { code: effect.code }),
    ...(effect.text === undefined ? {} : { text: effect.text }),
  };
}

function answersOf({ letters, passages, drafted }: SendMessage, product: Product): Partial<LetterVariables> {
  if (!drafted) return passages ? { answers: passagesOf(passages, product) } : {};
  const text = drafted.map((sentence) => sentence.text).join(' ');
  return letters.includes('opening') ? { drafted: text } : { answers: [{ heading: '', text }] };
}

/** In the order of the ids: the best answer comes first. */
function passagesOf(ids: readonly string[], { knowledge }: Product): readonly Passage[] {
  return ids.flatMap((id) => knowledge.find((passage) => passage.id === id) ?? []);
}

function listed(items: readonly string[], language: Language): string {
  return new Intl.ListFormat(language === 'ru' ? 'ru' : 'en-GB', { type: 'conjunction' }).format(items);
}
