import type { Product } from '@app/product/product';

/** A product as the operator looks at it before the first letter leaves. */
export function describeProduct({ id, revision, settings, knowledge, files }: Product): string {
  const { name, sender, timeZone, workingHours, demo, presentation } = settings;
  return [
    `${id}: ${name.ru} / ${name.en}`,
    `  signed by      ${sender.name.ru}, ${sender.company.ru} / ${sender.name.en}, ${sender.company.en}`,
    `  working hours  ${workingHours.from} to ${workingHours.to} in ${timeZone}`,
    `  ignored after  ${days(settings.offerIgnoredAfterDays)} of silence`,
    `  comes back     after ${days(settings.postponeByDefaultDays)} when no day is named`,
    `  demo           ${demo.link}, login ${demo.login}; asks how it went after ${days(demo.followUpAfterDays)}`,
    `  presentation   ${[...new Set([presentation.ru, presentation.en])].join(' / ')}`,
    `  knowledge      ${knowledge.length} sections`,
    `  files          ${files.map((file) => file.name).join(', ')}`,
    `  revision       ${revision.slice(0, 12)}`,
  ].join('\n');
}

function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}
