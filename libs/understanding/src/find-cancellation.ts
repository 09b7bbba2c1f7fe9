import { clauseAround } from './fit-day';
import { type Finding, findWishes } from './find-wish';
import { blankPlace, type Passage } from './readable-text';
import { CANCEL_DEMO, CANCEL_IT, INSTEAD, MOVE_IT } from './rules/cancel-demo';

/**
 * Finds that a contact calls the demo off. Who names another time (`timeIn`) in the same breath moves it instead.
 */
export function findCancellation(
  sentences: readonly Passage[],
  isBooked: boolean,
  timeIn: (plain: string) => unknown,
): Finding | undefined {
  const [found] = findWishes(sentences, isBooked ? [...CANCEL_DEMO, ...CANCEL_IT] : CANCEL_DEMO);
  if (!found || sentences.some(({ plain }) => MOVE_IT.test(plain))) return undefined;
  const rest = sentences.map(({ plain }, at) => (at === found.sentence ? withoutClause(plain, found) : plain));
  return rest.some((plain) => INSTEAD.test(plain) && timeIn(plain) !== undefined) ? undefined : found;
}

function withoutClause(plain: string, { evidence }: Finding): string {
  const index = plain.indexOf(evidence.toLowerCase());
  if (index === -1) return plain;
  const clause = clauseAround(plain, { index, length: evidence.length });
  return blankPlace(plain, { index: plain.indexOf(clause), length: clause.length });
}
