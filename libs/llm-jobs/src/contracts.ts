import { INTENT_TYPES } from '@app/domain/intent';
import { LANGUAGES } from '@app/domain/language';
import { closedObject, TEXT, TEXTS, wordOf, type ClosedSchema } from './closed-schema';
import type { JobKind } from './job';

/** What a kind of job is given and what it must answer with; whoever changes one of the schemas raises the version. */
export interface JobContract {
  readonly version: number;
  readonly input: ClosedSchema;
  readonly response: ClosedSchema;
}

/**
 * Days and addresses are asked for in the contact's own words: code looks them up there, and believes no others. In a
 * draft the n-th of `passages` holds the numbers of the passages that the n-th of `sentences` rests on. `complaint` is
 * what was wrong with the last answer; '' when there was none.
 */
export const JOB_CONTRACTS: Readonly<Record<JobKind, JobContract>> = {
  understand: {
    version: 1,
    input: closedObject({ text: TEXT, language: wordOf(LANGUAGES), now: TEXT, timeZone: TEXT, complaint: TEXT }),
    response: closedObject({
      intents: { type: 'array', items: wordOf(INTENT_TYPES) },
      language: wordOf(LANGUAGES),
      day: TEXT,
      addresses: TEXTS,
      evidence: TEXTS,
    }),
  },
  answer: {
    version: 1,
    input: closedObject({
      text: TEXT,
      language: wordOf(LANGUAGES),
      passages: TEXTS,
      earlier: TEXTS,
      complaint: TEXT,
    }),
    response: closedObject({ found: wordOf(['yes', 'no']), sentences: TEXTS, passages: TEXTS }),
  },
  offer: {
    version: 1,
    input: closedObject({
      language: wordOf(LANGUAGES),
      company: TEXT,
      interests: TEXTS,
      passages: TEXTS,
      complaint: TEXT,
    }),
    response: closedObject({ subject: TEXT, sentences: TEXTS, passages: TEXTS }),
  },
};
