import type { Intent } from '@app/domain/intent';
import type { Reading } from '@app/domain/reading';
import type { DemoWish } from './find-demo';
import type { Postponement } from './find-postponement';
import type { Redirection } from './find-redirection';
import type { Finding } from './find-wish';

/** What was found in one message, before one wish is weighed against another. */
export interface Findings {
  readonly stop: Finding | undefined;
  readonly redirection: Redirection | undefined;
  readonly demo: DemoWish | undefined;
  readonly presentation: Finding | undefined;
  readonly postponement: Postponement | undefined;
  readonly question: Finding | undefined;
  readonly acknowledgement: Finding | undefined;
  readonly consent: Reading['consent'];
  readonly language: Reading['language'];
}

interface Wish {
  readonly intent: Intent;
  readonly finding: Finding;
}

/** Nothing found is the right answer about this often. */
const UNCLEAR_CONFIDENCE = 0.3;

/** Puts what was found into one reading: a stop leaves room only for an address, thanks count only when alone. */
export function composeReading(findings: Findings, sentenceCount: number): Reading {
  const { consent, language } = findings;
  const wishes = findings.stop ? besideStop(findings.stop, findings.redirection) : withoutStop(findings);
  if (wishes.length === 0) {
    return {
      intents: [{ type: 'unclear' }],
      confidence: UNCLEAR_CONFIDENCE,
      engine: 'offline',
      consent,
      language,
      evidence: [''],
    };
  }
  return {
    intents: wishes.map(({ intent }) => intent),
    confidence: toConfidence(wishes, sentenceCount),
    engine: 'offline',
    // Who does not want to be written to agrees to nothing, whatever else is said.
    consent: findings.stop ? 'no' : consent,
    language,
    evidence: wishes.map(({ finding }) => finding.evidence),
  };
}

function besideStop(stop: Finding, redirection: Redirection | undefined): readonly Wish[] {
  const pointed = redirection && redirection.addresses.length > 0 ? [toRedirect(redirection)] : [];
  return [{ intent: { type: 'stop' }, finding: stop }, ...pointed];
}

function withoutStop({
  redirection,
  demo,
  presentation,
  postponement,
  question,
  acknowledgement,
}: Findings): readonly Wish[] {
  const wishes: Wish[] = [];
  if (redirection) wishes.push(toRedirect(redirection));
  if (demo) wishes.push({ intent: toDemo(demo), finding: demo });
  if (presentation) wishes.push({ intent: { type: 'presentation' }, finding: presentation });
  if (postponement) wishes.push({ intent: toPostpone(postponement), finding: postponement });
  if (question) wishes.push({ intent: { type: 'question' }, finding: question });
  if (wishes.length > 0 || !acknowledgement) return wishes;
  return [{ intent: { type: 'acknowledged' }, finding: acknowledgement }];
}

function toRedirect(redirection: Redirection): Wish {
  return { intent: { type: 'redirect', addresses: redirection.addresses }, finding: redirection };
}

function toDemo({ wish, choice, cancels }: DemoWish): Intent {
  return {
    type: 'demo',
    ...(wish ? { wish: { from: wish.from.toJSDate(), to: wish.to.toJSDate() } } : {}),
    ...(choice === undefined ? {} : { choice }),
    ...(cancels ? { cancels } : {}),
  };
}

function toPostpone({ day }: Postponement): Intent {
  return day ? { type: 'postpone', until: day.toJSDate() } : { type: 'postpone' };
}

/** As sure as the least sure wish, and less so the more of the message no rule understood. */
function toConfidence(wishes: readonly Wish[], sentenceCount: number): number {
  const weakest = Math.min(...wishes.map(({ finding }) => finding.strength));
  const understood = new Set(wishes.map(({ finding }) => finding.sentence)).size;
  const share = sentenceCount === 0 ? 1 : Math.min(1, understood / sentenceCount);
  return Math.round(weakest * (0.8 + 0.2 * share) * 100) / 100;
}
