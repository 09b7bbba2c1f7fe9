import type { BesideSettings } from '@app/runtime/config/beside-settings';
import { ask } from './ask';
import { right, unknown, wrong, type Finding } from './finding';

/** Examines the model's endpoint, where this machine knows it. */
export async function examineModel({ llmEndpoint: endpoint, llmModel: wanted }: BesideSettings): Promise<Finding> {
  if (endpoint === undefined) {
    return unknown('model', 'LLM_ENDPOINT is not set here; a GPU host’s own log says whether its model answers.');
  }
  const answer = await ask(`${endpoint.replace(/\/$/, '')}/v1/models`);
  if (answer === null) return wrong('model', 'LLM_ENDPOINT does not answer; start the server of the model.');
  if (answer.status !== 200) return wrong('model', `LLM_ENDPOINT answers with ${String(answer.status)}; correct it.`);
  const served = ((answer.body as ModelAnswer | null)?.data ?? []).map(({ id }) => id);
  if (wanted !== undefined && !served.includes(wanted)) {
    return wrong('model', `LLM_ENDPOINT does not serve ${wanted}; it serves ${served.join(', ') || 'nothing'}.`);
  }
  return right('model', `${wanted ?? served.join(', ')} is served.`);
}

interface ModelAnswer {
  readonly data?: readonly { readonly id: string }[];
}
