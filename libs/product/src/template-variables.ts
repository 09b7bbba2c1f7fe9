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

/** What each item of a `list` has. */
export const ITEM_VARIABLES: ReadonlyMap<string, Presence> = new Map([
  ['heading', 'always'],
  ['text', 'always'],
  ['@first', 'always'],
  ['@last', 'always'],
]);

type Variable = readonly [string, Presence];

const EVERYWHERE: readonly Variable[] = [
  ['contact.name', 'sometimes'],
  ['contact.company', 'sometimes'],
  ['product.name', 'always'],
  ['sender.name', 'always'],
  ['sender.company', 'always'],
  ['token', 'always'],
];

const DEMO: readonly Variable[] = [
  ['demo.link', 'always'],
  ['demo.login', 'always'],
  ['demo.password', 'always'],
];

function ownVariables(template: TemplateName): readonly Variable[] {
  switch (template) {
    case 'frame':
      return [['body', 'always']];
    case 'referral-opening':
      return [
        ['referrer.name', 'sometimes'],
        ['referrer.company', 'sometimes'],
      ];
    case 'answer':
      return [['answers', 'list']];
    case 'postpone-agreed':
      return [['date', 'always']];
    case 'demo-access':
    case 'demo-follow-up':
      return DEMO;
    case 'opening':
    case 'presentation':
    case 'reminder':
    case 'redirect-ask':
    case 'redirect-thanks':
    case 'stop-confirmed':
      return [];
    default:
      return template satisfies never;
  }
}
