import type { Document } from 'mongodb';
import { CARRIED_FIELDS } from './change';
import type { Watched } from './watched';

const UPDATED = 'updateDescription.updatedFields';

/** What a stream tells of: the changes that wake somebody, each with no more than whom it concerns. */
export function feedPipeline(watched: Watched): Document[] {
  return [...wakingOnly(watched), CARRY];
}

/**
 * Lets through what wakes: each change that is told of costs a round trip, just when both sides have better to do. By a
 * computed field, because the server (6.0.5) loses changes over a `$match` on `fullDocument` that it moves to its oplog.
 */
function wakingOnly({ waking = {} }: Watched): Document[] {
  const branches = Object.entries(waking).map(([name, fields]) => ({
    case: { $eq: ['$ns.coll', name] },
    then: { $or: Object.entries(fields).flatMap(([field, values]) => isSet(field, values)) },
  }));
  if (branches.length === 0) return [];
  return [{ $set: { wakes: { $switch: { branches, default: true } } } }, { $match: { wakes: true } }];
}

function isSet(field: string, values: readonly string[] | 'any'): Document[] {
  const places = [`$fullDocument.${field}`, `$${UPDATED}.${field}`];
  return places.map((place) => (values === 'any' ? { $ne: [{ $type: place }, 'missing'] } : { $in: [place, values] }));
}

/** Ids and the carried fields only: no text and no address travels through the feed. */
const CARRY: Document = {
  $project: {
    operationType: 1,
    ns: 1,
    'documentKey._id': 1,
    ...Object.fromEntries(
      CARRIED_FIELDS.flatMap((field) => [
        [`fullDocument.${field}`, 1],
        [`${UPDATED}.${field}`, 1],
      ]),
    ),
  },
};
