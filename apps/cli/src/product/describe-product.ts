import { isTemplate } from '@app/product/access-code';
import type { Product, ProductSettings } from '@app/product/product';

/** A product as the operator looks at it before the first letter leaves. */
export function describeProduct({ id, revision, settings, knowledge, files }: Product): string {
  const { name, sender, timeZone, workingHours, holidays, presentation, caps, operator } = settings;
  return [
    `${id}: ${name.ru} / ${name.en}`,
    `  signed by      ${sender.name.ru}, ${sender.company.ru} / ${sender.name.en}, ${sender.company.en}`,
    `  working hours  ${workingHours.from} to ${workingHours.to} in ${timeZone}${daysOff(holidays)}`,
    `  letters        ${settings.approval === 'approve' ? 'wait for your approval' : 'leave by themselves'}`,
    `  at most        ${caps.accountPerDay} first letters a day from a mailbox, ${caps.domainPerDay} to a company`,
    `  ignored after  ${days(settings.offerIgnoredAfterDays)} of silence${followUps(settings)}`,
    `  comes back     after ${days(settings.postponeByDefaultDays)} when no day is named`,
    `  demo           ${demo(settings)}`,
    `  a stop         ${stop(settings)}`,
    `  consent        ${consent(settings)}`,
    `  while away     ${settings.followSubstitutes ? 'writes to whom the contact names' : 'tells you whom the contact names'}`,
    `  telegram       ${telegram(settings)}`,
    `  gathers        ${seconds(settings.gatherFor.email)} of mails, ${seconds(settings.gatherFor.telegram)} of messages in a chat before it answers`,
    `  checks         ${settings.requiredChecks.join(', ') || 'none'} before a first letter leaves`,
    `  hands over     below ${Math.round(settings.handOverBelow * 100)}% of certainty; after ${settings.answersPerHour} answers within an hour; tells ${operator.address || 'nobody'}`,
    `  presentation   ${[...new Set([presentation.ru, presentation.en])].join(' / ')}`,
    `  knowledge      ${knowledge.length} sections`,
    `  files          ${files.map((file) => file.name).join(', ')}`,
    `  revision       ${revision.slice(0, 12)}`,
  ].join('\n');
}

function daysOff({ country, closed }: ProductSettings['holidays']): string {
  const off = [...(country === '' ? [] : [`the holidays of ${country}`]), ...closed];
  return off.length > 0 ? `, not on ${off.join(', ')}` : '';
}

function followUps({ followUps: count }: ProductSettings): string {
  return count > 0 ? `, after ${count === 1 ? '1 follow-up' : `${count} follow-ups`}` : '';
}

function demo({ demo: { way, link, login, codes, followUpAfterDays, slot } }: ProductSettings): string {
  switch (way) {
    case 'access': {
      const from = isTemplate(codes) ? `made from ${codes}` : `from the file ${codes}`;
      return `${link}, login ${login}, access codes ${from}; asks how it went after ${days(followUpAfterDays)}`;
    }
    case 'slot':
      return `${link}, ${slot.lengthMinutes} minutes and ${slot.bufferMinutes} free after them, from ${slot.noticeHours} hours to ${days(slot.withinDays)} ahead`;
  }
}

function stop({ stopConfirmed, stopCompany, redirectThanks }: ProductSettings): string {
  return [
    stopConfirmed ? 'is confirmed' : 'is not confirmed',
    stopCompany ? 'stops the whole company' : 'stops one person',
    ...(redirectThanks ? ['thanks for a colleague named with it'] : []),
  ].join(', ');
}

function consent({ consent: { required, shown } }: ProductSettings): string {
  return `${required ? 'source and ground are required' : 'not required'}${shown ? ', said in the first letter' : ''}`;
}

function telegram({ telegram: { enabled, linkDays } }: ProductSettings): string {
  if (!enabled) return 'not used';
  return `invites there, by a link that is good ${linkDays === 0 ? 'for ever' : `for ${days(linkDays)}`}`;
}

function seconds(count: number): string {
  return count === 1 ? '1 second' : `${count} seconds`;
}

function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}
