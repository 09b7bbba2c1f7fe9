import type { DraftRequest, ReadingRequest } from '@app/domain/asked';
import { JOB_CONTRACTS } from '@app/llm-jobs/contracts';
import { PRIORITIES, type AskedJob } from '@app/llm-jobs/job';
import { opaqueId } from '@app/llm-jobs/opaque-id';
import type { Contact } from '@app/persistence/contacts/contact.schema';
import type { Product } from '@app/product/product';
import { askToAnswer, type EarlierWords } from '@app/understanding/model/ask-to-answer';
import { askToOffer } from '@app/understanding/model/ask-to-offer';
import { askToUnderstand } from '@app/understanding/model/ask-to-understand';
import type { ModelQuestion } from '@app/understanding/model/model-question';
import type { OfferedPassage } from '@app/understanding/model/offered-passage';
import type { Asking } from './model-draft';

/** What a question to a model is made of. */
export interface JobFacts {
  /** The words to be read, or to be answered. */
  readonly text: string;
  readonly earlier: readonly EarlierWords[];
  readonly contact: Contact;
  readonly product: Product;
}

/** Makes the job that an effect asks for. It tells nothing but the words themselves of whose it is. */
export function composeJob({ key, request, complaint }: Asking, facts: JobFacts): AskedJob {
  const { kind } = request;
  const said = complaint === undefined ? {} : { complaint };
  const { prompt, input } =
    request.kind === 'understand' ? toRead(request, facts, said) : toDraft(request, facts, said);
  const { version, response } = JOB_CONTRACTS[kind];
  return {
    _id: opaqueId(key),
    kind,
    version,
    model: facts.product.settings.model.name,
    prompt,
    schema: response,
    input,
    priority: kind === 'offer' ? PRIORITIES.bulk : PRIORITIES.interactive,
    flow: opaqueId(facts.contact._id),
  };
}

/** The passages with these ids, in their order; those the product has lost are left out. */
export function passagesOf({ knowledge }: Product, ids: readonly string[] = []): readonly OfferedPassage[] {
  return ids.flatMap((id) => knowledge.find((passage) => passage.id === id) ?? []);
}

interface Said {
  readonly complaint?: string;
}

function toRead({ messages }: ReadingRequest, { text, contact, product }: JobFacts, said: Said): ModelQuestion {
  const now = messages.at(-1)?.wroteAt ?? new Date(0);
  const timeZone = contact.timeZone ?? product.settings.timeZone;
  return askToUnderstand({ text, language: contact.language, now, timeZone, ...said });
}

function toDraft({ kind, letter }: DraftRequest, facts: JobFacts, said: Said): ModelQuestion {
  const { text, earlier, contact, product } = facts;
  const { language, company, interests } = contact;
  const passages = passagesOf(product, letter.passages);
  return kind === 'offer'
    ? askToOffer({ language, company, interests, passages, ...said })
    : askToAnswer({ text, language, passages, earlier, ...said });
}
