import { DateTime } from 'luxon';
import { CHECK_NAMES } from '@app/domain/account-check';
import { isTemplate } from './access-code';
import type { ProductSettings } from './product';
import { isKnownCountry } from './public-holidays';

export interface SettingRule {
  /** Completes the sentence "make it …". */
  readonly expected: string;
  readonly fits: (value: unknown, folder: GivenSettings) => boolean;
  /** For a list: what each of its items must be. */
  readonly items?: SettingRule;
}

export interface GivenSettings {
  /** By dotted name. */
  readonly settings: ReadonlyMap<string, unknown>;
  readonly fileNames: ReadonlySet<string>;
}

export type SettingName = 'id' | DottedNames<ProductSettings>;

type DottedNames<T> = {
  [Name in keyof T & string]: T[Name] extends readonly unknown[]
    ? Name
    : T[Name] extends object
      ? `${Name}.${DottedNames<T[Name]>}`
      : Name;
}[keyof T & string];

const TEXT: SettingRule = { expected: 'a text', fits: (value) => isText(value) };
const TEXT_FOR_ACCESS: SettingRule = {
  expected: 'a text',
  fits: (value, folder) => isText(value) || isUnneeded(value, folder),
};
const YES_OR_NO: SettingRule = { expected: 'true or false', fits: (value) => typeof value === 'boolean' };
const DAYS = wholeNumber('of days', 1, 365);
const FILE_NAME: SettingRule = {
  expected: 'the name of a file that stands in files/',
  fits: (value, { fileNames }) => isText(value) && fileNames.has(value),
};

/** What each setting of `product.yaml` must be. */
export const SETTING_RULES: Readonly<Record<SettingName, SettingRule>> = {
  id: { expected: 'a name of a-z, 0-9 and single hyphens', fits: (value) => isText(value) && KEBAB_CASE.test(value) },
  'name.ru': TEXT,
  'name.en': TEXT,
  'sender.name.ru': TEXT,
  'sender.name.en': TEXT,
  'sender.company.ru': TEXT,
  'sender.company.en': TEXT,
  timeZone: { expected: 'an IANA time zone like Europe/Moscow', fits: (value) => isText(value) && isTimeZone(value) },
  'workingHours.from': { expected: "a time like '09:00'", fits: (value) => isTime(value) },
  'workingHours.to': {
    expected: "a time like '18:00', later than workingHours.from",
    fits: (value, { settings }) => isTime(value) && value > String(settings.get('workingHours.from')),
  },
  'holidays.country': {
    expected: "a country like RU, a part of one like DE-BY, or ''",
    fits: (value) => value === '' || (isText(value) && isKnownCountry(value)),
  },
  'holidays.closed': {
    expected: 'a list of days like 2027-01-11',
    fits: (value) => Array.isArray(value),
    items: { expected: 'a day like 2027-01-11', fits: (value) => isText(value) && isDay(value) },
  },
  offerIgnoredAfterDays: DAYS,
  followUps: wholeNumber('of letters', 0, 10),
  postponeByDefaultDays: DAYS,
  'demo.way': oneOf('access', 'slot'),
  'demo.link': { expected: 'a link that begins with https://', fits: (value) => isText(value) && isLink(value) },
  'demo.login': TEXT_FOR_ACCESS,
  'demo.codes': {
    expected: 'a text with {random} in it, or the name of a file in files/ with one code a line',
    fits: (value, folder) => (isText(value) && isSource(value, folder)) || isUnneeded(value, folder),
  },
  'demo.followUpAfterDays': DAYS,
  'demo.slot.lengthMinutes': wholeNumber('of minutes', 15, 480),
  'demo.slot.bufferMinutes': wholeNumber('of minutes', 0, 480),
  'demo.slot.noticeHours': wholeNumber('of hours', 0, 336),
  'demo.slot.withinDays': wholeNumber('of days', 1, 90),
  'presentation.ru': FILE_NAME,
  'presentation.en': FILE_NAME,
  stopConfirmed: YES_OR_NO,
  redirectThanks: YES_OR_NO,
  stopCompany: YES_OR_NO,
  approval: oneOf('autopilot', 'approve'),
  followSubstitutes: YES_OR_NO,
  answersPerHour: wholeNumber('of letters', 1, 1000),
  requiredChecks: {
    expected: `a list of ${CHECK_NAMES.join(', ')}`,
    fits: (value) => Array.isArray(value),
    items: oneOf(...CHECK_NAMES),
  },
  handOverBelow: {
    expected: 'a number from 0 to 1',
    fits: (value) => typeof value === 'number' && value >= 0 && value <= 1,
  },
  'model.name': { expected: "a text, or '' for no model", fits: (value) => value === '' || isText(value) },
  'model.answerWithinSeconds.mail': wholeNumber('of seconds', 1, 3600),
  'model.answerWithinSeconds.chat': wholeNumber('of seconds', 1, 3600),
  'model.queueLimit': wholeNumber('of jobs', 0, 100_000),
  'model.writes.answers': YES_OR_NO,
  'model.writes.openings': YES_OR_NO,
  'caps.accountPerDay': wholeNumber('of letters', 1, 100_000),
  'caps.domainPerDay': wholeNumber('of letters', 1, 100_000),
  'consent.required': YES_OR_NO,
  'consent.shown': YES_OR_NO,
  'operator.address': {
    expected: "an e-mail address in lower case, or '' for nobody",
    fits: (value) => value === '' || (isText(value) && ADDRESS.test(value)),
  },
  'operator.language': oneOf('ru', 'en'),
};

const KEBAB_CASE = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const ADDRESS = /^[^\s@<>A-ZА-ЯЁ]+@[^\s@<>A-ZА-ЯЁ]+\.[^\s@<>A-ZА-ЯЁ]{2,}$/;

function wholeNumber(what: string, least: number, most: number): SettingRule {
  return {
    expected: `a whole number ${what} from ${least} to ${most}`,
    fits: (value) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most,
  };
}

function oneOf(...words: readonly string[]): SettingRule {
  return { expected: words.join(' or '), fits: (value) => words.some((word) => word === value) };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

/** What stands behind the access to a trial may be left out where demos are given by slot. */
function isUnneeded(value: unknown, { settings }: GivenSettings): boolean {
  return value === '' && settings.get('demo.way') === 'slot';
}

function isSource(codes: string, { fileNames, settings }: GivenSettings): boolean {
  const isMailed = codes === settings.get('presentation.ru') || codes === settings.get('presentation.en');
  return isTemplate(codes) || (fileNames.has(codes) && !isMailed);
}

function isTime(value: unknown): value is string {
  return isText(value) && TIME.test(value);
}

function isDay(value: string): boolean {
  return DAY.test(value) && DateTime.fromISO(value).isValid;
}

function isLink(value: string): boolean {
  return URL.canParse(value) && new URL(value).protocol === 'https:';
}

function isTimeZone(value: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
