import { DateTime } from 'luxon';
import type { Rules } from '@app/domain/rules';
import type { Product } from './product';
import { publicHolidays } from './public-holidays';

/** The farthest day a conversation is put off to, and the days off that may follow it. */
const DAYS_AHEAD = 400;

/** The product's settings as a decision about this contact takes them, with the days nobody works on from `now` on. Without a bot nobody is invited to Telegram. */
export function rulesOf(
  { settings }: Pick<Product, 'settings'>,
  contact: { readonly timeZone: string | null },
  now: Date,
  hasBot = false,
): Rules {
  const timeZone = contact.timeZone ?? settings.timeZone;
  return {
    offerIgnoredAfterDays: settings.offerIgnoredAfterDays,
    followUps: settings.followUps,
    postponeByDefaultDays: settings.postponeByDefaultDays,
    demo: settings.demo.way,
    demoFollowUpAfterDays: settings.demo.followUpAfterDays,
    stopConfirmed: settings.stopConfirmed,
    redirectThanks: settings.redirectThanks,
    stopCompany: settings.stopCompany,
    approval: settings.approval,
    followSubstitutes: settings.followSubstitutes,
    answersPerHour: settings.answersPerHour,
    telegram: settings.telegram.enabled && hasBot,
    handOverBelow: settings.handOverBelow,
    timeZone,
    workingHours: settings.workingHours,
    holidays: daysOff(settings.holidays, DateTime.fromJSDate(now, { zone: timeZone })),
  };
}

/** Found once a day for a product as it was loaded: a contact waits for every turn. */
function daysOff(calendar: Calendar, today: DateTime): readonly string[] {
  const first = today.toISODate() ?? '';
  const known = FOUND.get(calendar);
  if (known?.first === first) return known.days;
  const days = findDaysOff(calendar, today, first);
  FOUND.set(calendar, { first, days });
  return days;
}

type Calendar = Product['settings']['holidays'];

const FOUND = new WeakMap<Calendar, { readonly first: string; readonly days: readonly string[] }>();

function findDaysOff({ country, closed }: Calendar, today: DateTime, first: string): readonly string[] {
  const end = today.plus({ days: DAYS_AHEAD });
  const last = end.toISODate() ?? '';
  const years = Array.from({ length: end.year - today.year + 1 }, (_, index) => today.year + index);
  const days = [...closed, ...years.flatMap((year) => publicHolidays(country, year))];
  return [...new Set(days)].filter((day) => day >= first && day <= last && !isWeekend(day)).sort();
}

/** These days are free in any case, so a decision need not carry them. */
function isWeekend(day: string): boolean {
  return DateTime.fromISO(day, { zone: 'utc' }).weekday > 5;
}
