import type { ProductSettings } from './product';

export interface SettingRule {
  /** Completes the sentence "make it …". */
  readonly expected: string;
  readonly fits: (value: unknown, folder: GivenSettings) => boolean;
}

export interface GivenSettings {
  /** By dotted name. */
  readonly settings: ReadonlyMap<string, unknown>;
  readonly fileNames: ReadonlySet<string>;
}

type DottedNames<T> = {
  [Name in keyof T & string]: T[Name] extends object ? `${Name}.${DottedNames<T[Name]>}` : Name;
}[keyof T & string];

const TEXT: SettingRule = { expected: 'a text', fits: (value) => isText(value) };
const YES_OR_NO: SettingRule = { expected: 'true or false', fits: (value) => typeof value === 'boolean' };
const DAYS: SettingRule = {
  expected: 'a whole number of days from 1 to 365',
  fits: (value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 365,
};
const FILE_NAME: SettingRule = {
  expected: 'the name of a file that stands in files/',
  fits: (value, { fileNames }) => isText(value) && fileNames.has(value),
};

/** What each setting of `product.yaml` must be. */
export const SETTING_RULES: Readonly<Record<'id' | DottedNames<ProductSettings>, SettingRule>> = {
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
  offerIgnoredAfterDays: DAYS,
  postponeByDefaultDays: DAYS,
  'demo.link': { expected: 'a link that begins with https://', fits: (value) => isText(value) && isLink(value) },
  'demo.login': TEXT,
  'demo.password': TEXT,
  'demo.followUpAfterDays': DAYS,
  'presentation.ru': FILE_NAME,
  'presentation.en': FILE_NAME,
  stopConfirmed: YES_OR_NO,
  redirectThanks: YES_OR_NO,
};

/** Every value of nested settings by its dotted name. */
export function leavesOf(content: unknown): ReadonlyMap<string, unknown> {
  return new Map(leaves(content, ''));
}

function leaves(content: unknown, prefix: string): readonly (readonly [string, unknown])[] {
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    return prefix === '' ? [] : [[prefix, content]];
  }
  return Object.entries(content).flatMap(([name, value]: [string, unknown]) =>
    leaves(value, prefix === '' ? name : `${prefix}.${name}`),
  );
}

const KEBAB_CASE = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function isTime(value: unknown): value is string {
  return isText(value) && TIME.test(value);
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
