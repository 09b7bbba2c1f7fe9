import type { FoundAddress } from './find-addresses';
import { findMentioned } from './find-mentioned';
import type { Finding } from './find-wish';
import { findWishes } from './find-wish';
import { isToBeRemoved } from './is-to-be-removed';
import type { Passage } from './readable-text';
import { channelOf } from '@app/domain/address';
import { toMonth, toWeekday } from './days/calendar-words';
import { BY_NAME, REDIRECT, WRITE_THERE } from './rules/redirect';

/** A wish that we write to somebody else. */
export interface Redirection extends Finding {
  readonly addresses: readonly string[];
}

/** With this few words beside it an address is the whole message. */
const ADDRESS_ALONE = 7;
const PHONE = /(?:\+|(?<!\p{N}))\d[\d\s().-]{7,18}\d/u;
const POINTER =
  /(?:(?<!\p{L})(?:на|к|to|at|via|по|cc|копи[яию]|адрес|address|почт[аеу]|контакт|contact|email|e-mail|мыло|ящик)|[:-])[\s"(<]{0,3}(?:mailto:)?$/u;
const SIGNATURE_LABELS =
  /(?<!\p{L})(?:e-?mail|mail|почта|эл|тел|телефон|моб|phone|tel|mobile|cell|www|skype|telegram|fax|факс|m|t|e|w)(?!\p{L})/gu;

/** Finds whom the contact points to; an address in the contact's own signature points nowhere. */
export function findRedirection(
  body: Passage,
  sentences: readonly Passage[],
  ownAddresses: readonly string[],
): Redirection | undefined {
  const named = findMentioned(body.written, ownAddresses).filter((one) => !isStruckOff(body, one));
  const pointed = named.filter(({ index }) => !isInSignature(body, index));
  const [wish] = [
    ...findWishes(sentences, pointed.length > 0 ? [...REDIRECT, ...WRITE_THERE] : REDIRECT),
    ...findNames(sentences),
    ...telegramNames(pointed, sentences),
  ].filter(({ sentence }) => !asksWho(sentences[sentence]));
  if (wish) return { ...wish, addresses: pointed.map(({ address }) => address) };

  const stands = isAlone(body.plain)
    ? named
    : pointed.filter(({ index }) => POINTER.test(body.plain.slice(Math.max(0, index - 20), index)));
  const [first] = stands;
  if (first === undefined) return undefined;
  const sentence = sentenceOf(first, sentences);
  return {
    rule: 'address',
    strength: 0.85,
    evidence: first.address,
    sentence,
    addresses: stands.map(({ address }) => address),
  };
}

/** The addresses of others that stand in a message, whatever is said of them. */
export function addressesGiven(body: Passage, ownAddresses: readonly string[]): readonly string[] {
  return findMentioned(body.written, ownAddresses)
    .filter((one) => !isInSignature(body, one.index) && !isStruckOff(body, one))
    .map(({ address }) => address);
}

function isStruckOff({ plain }: Passage, { address, index }: FoundAddress): boolean {
  return isToBeRemoved(plain, { index, length: address.length });
}

function findNames(sentences: readonly Passage[]): readonly Finding[] {
  return sentences.flatMap(({ written }, sentence) =>
    BY_NAME.flatMap((pattern) => {
      const match = pattern.exec(written);
      const name = match?.groups?.['name']?.toLowerCase() ?? '';
      if (!match || toMonth(name) > 0 || toWeekday(name) > 0) return [];
      return [{ rule: 'by-name', strength: 0.84, evidence: match[0], sentence }];
    }),
  );
}

/** A Telegram name is given for nothing else than to write there, with or without a word that says so. */
function telegramNames(pointed: readonly FoundAddress[], sentences: readonly Passage[]): readonly Finding[] {
  return pointed
    .filter(({ address }) => channelOf(address) === 'telegram')
    .map((name) => ({
      rule: 'telegram-name',
      strength: 0.8,
      evidence: name.address,
      sentence: sentenceOf(name, sentences),
    }));
}

/** `-1` when no sentence holds it. A name in a link stands there without its @. */
function sentenceOf({ address }: FoundAddress, sentences: readonly Passage[]): number {
  const bare = address.replace(/^@/, '');
  return sentences.findIndex(({ written }) => written.toLowerCase().includes(bare));
}

/** "Who handles support at your side?" points to nobody. */
function asksWho(sentence: Passage | undefined): boolean {
  return /^[^\p{L}]*(?:а |и |and )?(?:who|what|how|which|кто|как|какой|у кого)(?!\p{L})[^@]*\?/u.test(
    sentence?.plain ?? '',
  );
}

function isAlone(plain: string): boolean {
  const words = plain.replaceAll(/[^\s@]{0,64}@\S{0,255}/gu, ' ').match(/\p{L}{2,}/gu) ?? [];
  return words.length <= ADDRESS_ALONE && !PHONE.test(plain);
}

/** A line that holds nothing but contact details, beside a telephone number, closes a letter; unless a colon led to it. */
function isInSignature({ plain }: Passage, index: number): boolean {
  const before = plain.slice(0, index).split('\n');
  const after = plain.slice(index).split('\n');
  const line = `${before.at(-1) ?? ''} ${after[0] ?? ''}`;
  const bare = line.replaceAll(/[^\s@]{0,64}@\S{0,255}/gu, ' ').replaceAll(SIGNATURE_LABELS, ' ');
  const isContactLine = (bare.match(/\p{L}{2,}/gu) ?? []).length === 0;
  const above = before.slice(-4, -1);
  const hasPhone = [line, ...above, ...after.slice(1, 3)].some((near) => PHONE.test(near));
  return isContactLine && hasPhone && before.length > 1 && !above.some((near) => /:\s*$/u.test(near));
}
