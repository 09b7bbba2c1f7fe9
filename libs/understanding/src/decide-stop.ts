import type { DemoWish } from './find-demo';
import type { Finding } from './find-wish';
import { findWishes } from './find-wish';
import type { Postponement } from './find-postponement';
import type { Passage } from './readable-text';
import { THING_DECLINED_EN } from './rules/not-meant.en';
import { THING_DECLINED_RU } from './rules/not-meant.ru';
import { BRUSH_OFF_EN, OPT_OUT_EN, REFUSAL_EN } from './rules/stop.en';
import { BRUSH_OFF_RU, OPT_OUT_RU, REFUSAL_RU } from './rules/stop.ru';

/** The three ways to say no, each weaker than the one before. */
export interface Refusals {
  readonly optOut: readonly Finding[];
  readonly refusal: readonly Finding[];
  readonly brushOff: readonly Finding[];
}

/** What else was found in the message. */
export interface OtherWishes {
  readonly demo: DemoWish | undefined;
  readonly presentation: Finding | undefined;
  readonly redirection: Finding | undefined;
  readonly question: Finding | undefined;
  readonly postponements: readonly Postponement[];
}

/** Finds every no, in the `sentences` the rules read and, for a thing declined, in what was `said` literally. */
export function findRefusals(sentences: readonly Passage[], said: readonly Passage[]): Refusals {
  const isNoQuestion = ({ sentence }: Finding): boolean => !sentences[sentence]?.plain.includes('?');
  return {
    optOut: findWishes(sentences, [...OPT_OUT_RU, ...OPT_OUT_EN]),
    refusal: findWishes(sentences, [...REFUSAL_RU, ...REFUSAL_EN]).filter(isNoQuestion),
    brushOff: [
      ...findWishes(sentences, [...BRUSH_OFF_RU, ...BRUSH_OFF_EN]),
      ...findWishes(said, [THING_DECLINED_RU, THING_DECLINED_EN]),
    ].filter(isNoQuestion),
  };
}

/**
 * Decides whether a message ends the letters for good. An opt-out always does; a refusal unless it is one for now or
 * something to read is asked for beside it; an objection only when nothing else in the message keeps the talk going.
 */
export function decideStop(refusals: Refusals, others: OtherWishes): Finding | undefined {
  const { optOut, refusal, brushOff } = refusals;
  const { demo, presentation, redirection, question, postponements } = others;
  if (optOut[0]) return optOut[0];
  if (presentation ?? postponements.find(({ isInvitation }) => isInvitation)) return undefined;
  const forNow = new Set(
    postponements.filter(({ rule }) => rule.startsWith('not-now')).map(({ sentence }) => sentence),
  );
  const refused = refusal.find(({ sentence }) => !forNow.has(sentence));
  // Who calls a demo off does not keep the talk going by that.
  const goesOn = (demo?.cancels ? undefined : demo) ?? redirection ?? question ?? postponements[0];
  return refused ?? (goesOn ? undefined : brushOff[0]);
}
