import type { TemplatedLetter } from '@app/domain/letter';

/** A template of a product folder: the frame, or a letter. */
export type TemplateName = 'frame' | TemplatedLetter;

/**
 * `always`: can be written anywhere. `sometimes`: may be absent, so it is written inside `{{#if …}}` only.
 * `list`: is walked with `{{#each …}}`.
 */
export type Presence = 'always' | 'sometimes' | 'list';

/** The variables a template may name, by their dotted names. */
export function variablesOf(template: TemplateName): ReadonlyMap<string, Presence> {
  return new Map([...EVERYWHERE, ...ownVariables(template)]);
}

/** What each item of the `list` with this name has. */
export function itemVariablesOf(list: string): ReadonlyMap<string, Presence> {
  return new Map([...(list === 'slots' ? SLOT : ANSWER), ['@first', 'always'], ['@last', 'always']]);
}

type Variable = readonly [string, Presence];

const EVERYWHERE: readonly Variable[] = [
  ['contact.name', 'sometimes'],
  ['contact.company', 'sometimes'],
  ['contact.interests', 'sometimes'],
  ['product.name', 'always'],
  ['sender.name', 'always'],
  ['sender.company', 'always'],
  ['token', 'always'],
];

const ANSWER: readonly Variable[] = [
  ['heading', 'always'],
  ['text', 'always'],
];

const SLOT: readonly Variable[] = [
  ['number', 'always'],
  ['time', 'always'],
];

const CONSENT: readonly Variable[] = [
  ['consent.source', 'sometimes'],
  ['consent.ground', 'sometimes'],
];

function ownVariables(template: TemplateName): readonly Variable[] {
  switch (template) {
    case 'frame':
      return [['body', 'always']];
    case 'opening':
      return [...CONSENT, ['drafted', 'sometimes']];
    case 'referral-opening':
      return [...CONSENT, ['referrer.name', 'sometimes'], ['referrer.company', 'sometimes']];
    case 'answer':
      return [['answers', 'list']];
    case 'postpone-agreed':
      return [['date', 'always']];
    case 'demo-access':
      return [
        ['demo.link', 'always'],
        ['demo.login', 'always'],
        ['code', 'always'],
      ];
    case 'demo-slots':
      return [['slots', 'list']];
    case 'slot-booked':
      return [
        ['slot', 'always'],
        ['demo.link', 'always'],
      ];
    case 'slot-cancelled':
      return [['slot', 'always']];
    case 'demo-follow-up':
      return [
        ['demo.link', 'always'],
        ['demo.login', 'sometimes'],
      ];
    case 'answer-unknown':
    case 'presentation':
    case 'reminder':
    case 'follow-up':
    case 'redirect-ask':
    case 'redirect-thanks':
    case 'stop-confirmed':
    case 'ask-to-resume':
      return [];
    default:
      return template satisfies never;
  }
}
