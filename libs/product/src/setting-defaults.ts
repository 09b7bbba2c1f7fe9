import type { SettingName } from './setting-rules';

/** What a setting is when `product.yaml` leaves it out; those that are not here are needed. */
export const SETTING_DEFAULTS: ReadonlyMap<string, unknown> = new Map<SettingName, unknown>([
  ['holidays.country', ''],
  ['holidays.closed', []],
  ['followUps', 0],
  ['demo.way', 'access'],
  ['demo.slot.lengthMinutes', 30],
  ['demo.slot.bufferMinutes', 15],
  ['demo.slot.noticeHours', 4],
  ['demo.slot.withinDays', 14],
  ['stopCompany', false],
  ['approval', 'autopilot'],
  ['followSubstitutes', false],
  ['answersPerHour', 10],
  ['requiredChecks', []],
  ['handOverBelow', 0.5],
  ['model.name', ''],
  ['model.answerWithinSeconds.mail', 60],
  ['model.answerWithinSeconds.chat', 8],
  ['model.queueLimit', 100],
  ['model.writes.answers', true],
  ['model.writes.openings', false],
  ['caps.accountPerDay', 100],
  ['caps.domainPerDay', 5],
  ['consent.required', false],
  ['consent.shown', false],
  ['operator.address', ''],
  ['operator.language', 'ru'],
]);

/** What else may be left out where demos are given by slot: nobody gets access, so nothing of it is needed. */
export const DEFAULTS_WITHOUT_ACCESS: ReadonlyMap<string, unknown> = new Map<SettingName, unknown>([
  ['demo.login', ''],
  ['demo.codes', ''],
  ['demo.followUpAfterDays', 1],
]);
