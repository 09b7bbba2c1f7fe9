import { channelOf } from '@app/domain/address';
import type { ModelRules, Rules } from '@app/domain/rules';
import { daysOffFrom } from './days-off';
import type { Product } from './product';

/** The product's settings as a decision about this contact takes them, with the days nobody works on from `now` on. */
export function rulesOf(
  { settings }: Pick<Product, 'settings'>,
  contact: { readonly timeZone: string | null; readonly addresses?: readonly string[] },
  now: Date,
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
    handOverBelow: settings.handOverBelow,
    model: modelRules(settings.model, contact.addresses?.[0] ?? ''),
    timeZone,
    workingHours: settings.workingHours,
    holidays: daysOffFrom(settings.holidays, now, timeZone).filter(isWorkday),
  };
}

function modelRules(
  { name, answerWithinSeconds: { mail, chat }, writes }: Product['settings']['model'],
  address: string,
): ModelRules | null {
  if (name === '') return null;
  return { answerWithinSeconds: channelOf(address) === 'telegram' ? chat : mail, writes };
}

/** Weekends are free in any case, so a decision need not carry them. */
function isWorkday(day: string): boolean {
  return new Date(day).getUTCDay() % 6 !== 0;
}
