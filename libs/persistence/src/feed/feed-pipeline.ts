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
function wakingOnly({ wakingFields = {} }: Watched): Document[] {
  const branches = Object.entries(wakingFields).map(([name, fields]) => ({
    case: { $eq: ['$ns.coll', name] },
    then: { $or: fields.flatMap((field) => [isSet(`$fullDocument.${field}`), isSet(`$${UPDATED}.${field}`)]) },
  }));
  if (branches.length === 0) return [];
  return [{ $set: { wakes: { $switch: { branches, default: true } } } }, { $match: { wakes: true } }];
}

function isSet(field: string): Document {
  return { $ne: [{ $type: field }, 'missing'] };
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
