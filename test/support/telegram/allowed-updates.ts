import { badRequest } from './bot-refusal';
import type { CallParameters } from './call-parameters';

/** `allowed_updates` of the call; undefined when it says nothing of them. */
export function allowedUpdatesIn(call: CallParameters): readonly string[] | undefined {
  const types = call.json('allowed_updates');
  if (types === undefined || types === null) return undefined;
  if (!Array.isArray(types) || !types.every((type) => typeof type === 'string')) {
    throw badRequest("can't parse allowed updates list JSON object");
  }
  return types;
}
