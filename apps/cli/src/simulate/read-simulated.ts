import type { Colleague, MessageUnderstood } from '@app/domain/event';
import { cellsOf } from '@app/domain/free-slots';
import type { DemoWanted } from '@app/domain/intent';
import type { Language } from '@app/domain/language';
import type { Memory } from '@app/domain/memory';
import type { BookedSlot } from '@app/domain/slot';
import { demoOf } from '@app/domain/want';
import { slotsForWish } from '@app/domain/wished-slot';
import { CODE_RANDOM_BYTES, codeFromTemplate, isTemplate } from '@app/product/access-code';
import { findPassages } from '@app/product/find-passages';
import type { Product } from '@app/product/product';
import { rulesOf } from '@app/product/rules-of';
import { readOffline } from '@app/understanding/read-offline';
import type { ScriptContact } from './script';
import { SIMULATED_ACCOUNT } from './simulated-account';

/** What stands around a simulated conversation when a message is read. */
export interface Around {
  readonly product: Product;
  /** The pool of access codes. */
  readonly codes: readonly string[];
  readonly contact: ScriptContact;
  /** The language the contact is written to in. */
  readonly language: Language;
  readonly memory: Memory;
  /** Everybody who is written to already. */
  readonly known: ReadonlySet<string>;
  readonly booked: readonly BookedSlot[];
  /** The access code the contact has. */
  readonly code: string | null;
  readonly now: Date;
}

type Facts = Pick<
  MessageUnderstood,
  'reading' | 'passages' | 'colleagues' | 'freeSlots' | 'wishFits' | 'accessCode' | 'contactLanguage'
>;

const MOST_PASSAGES = 2;

/** Reads a message with the offline engine and finds what its decision needs, as if nobody else wanted anything. */
export function readSimulated(text: string, around: Around): Facts {
  const { product, contact, now, memory, language } = around;
  const { timeZone, demo: way } = rulesOf(product, contact, now);
  const reading = readOffline(text, {
    now,
    timeZone,
    ownAddresses: [SIMULATED_ACCOUNT, contact.address],
    offered: memory.offered,
    booked: memory.slot !== null,
  });
  const wants = [...memory.wants, ...reading.intents.map((intent) => ({ intent }))];
  const demo = demoOf(wants);
  const asks = reading.intents.some(({ type }) => type === 'question');
  const passages = asks ? findPassages(product, text, reading.language ?? language, MOST_PASSAGES) : [];
  const addresses = wants.flatMap(({ intent }) => (intent.type === 'redirect' ? intent.addresses : []));
  return {
    reading,
    passages: passages.map(({ id }) => id),
    colleagues: [...new Set(addresses)].map((address) => ({ address, standing: standingOf(address, around.known) })),
    ...(demo && way === 'slot' ? slotsFor(demo, around) : { freeSlots: [], wishFits: false }),
    accessCode: demo && way === 'access' ? codeFor(around) : null,
    contactLanguage: language,
  };
}

/** `known`: everybody who is written to already. */
export function standingOf(address: string, known: ReadonlySet<string>): Colleague['standing'] {
  if (address === SIMULATED_ACCOUNT) return 'own';
  return known.has(address) ? 'in-conversation' : 'new';
}

function slotsFor(demo: DemoWanted, around: Around): Pick<Facts, 'freeSlots' | 'wishFits'> {
  const { product, memory, booked, now } = around;
  const settings = product.settings.demo.slot;
  const taken = booked.flatMap((slot) => cellsOf(slot, settings.bufferMinutes));
  return slotsForWish(demo, memory, { calendar: rulesOf(product, { timeZone: null }, now), settings, taken, now });
}

/** Always the same one, so that a script plays the same however often. */
function codeFor({ product, codes, code }: Around): string | null {
  const template = product.settings.demo.codes;
  if (code !== null) return code;
  return isTemplate(template) ? codeFromTemplate(template, ONE_TO_TEN) : (codes[0] ?? null);
}

const ONE_TO_TEN = Uint8Array.from({ length: CODE_RANDOM_BYTES }, (_, index) => index + 1);
