import { Injectable } from '@nestjs/common';
import type { DraftRequest, ReadingRequest } from '@app/domain/asked';
import type { DraftedMail } from '@app/domain/drafted';
import type { ConversationEvent, MessageUnderstood } from '@app/domain/event';
import type { Reading } from '@app/domain/reading';
import { PRIORITIES, type SettledJob } from '@app/llm-jobs/job';
import { opaqueId } from '@app/llm-jobs/opaque-id';
import { checkDraft } from '@app/understanding/model/check-draft';
import { checkOffer } from '@app/understanding/model/check-offer';
import { checkReading } from '@app/understanding/model/check-reading';
import type { Checked } from '@app/understanding/model/checked';
import { InputFinder } from '../turns/input-finder';
import { contextOf, passagesFor } from '../turns/understand-words';
import type { Surroundings } from '../turns/surroundings';
import type { TurnDraft } from '../turns/turn-draft';
import { passagesOf } from './compose-job';
import { ModelAsker, messagesOf } from './model-asker';
import { ModelQueue } from './model-queue';

/** The id of the event a settled job becomes, so that each is taken once. */
export function settledEventId({ id }: SettledJob): string {
  return `${id}:settled`;
}

/** Makes of a settled job the event it is. What a model said is believed as far as our own code finds nothing wrong with it. */
@Injectable()
export class SettlementReader {
  constructor(
    private readonly asker: ModelAsker,
    private readonly inputs: InputFinder,
    private readonly queue: ModelQueue,
  ) {}

  /** Null when the conversation does not wait for this job any more. */
  async read(job: SettledJob, draft: TurnDraft, around: Surroundings): Promise<ConversationEvent | null> {
    const { asked } = draft.conversation.memory;
    if (!asked || opaqueId(asked.jobId) !== job.id) return null;
    const happened = { id: settledEventId(job), at: around.now, rules: around.rules, jobId: asked.jobId };
    if (job.type === 'failed') return { ...happened, type: 'modelFailed' };
    const { request } = asked;
    const words = await this.asker.words(messagesOf(request), draft);
    if (request.kind !== 'understand') {
      const drafted = checkMail(job.response, request, words, draft, around);
      if (drafted.type === 'rejected') return { ...happened, type: 'modelAnswerRejected', because: drafted.because };
      return { ...happened, type: 'answerDrafted', draft: drafted.value };
    }
    const { id, at } = happened;
    const read = checkReading(job.response, words, contextOf({ ...aroundOf(draft, around), at: wroteAt(request) }));
    if (read.type === 'rejected') return { ...happened, type: 'modelAnswerRejected', because: read.because };
    return { id, at, ...(await this.understood(read.value, words, request, draft, around)) };
  }

  private async understood(
    reading: Reading,
    words: string,
    { messages }: ReadingRequest,
    draft: TurnDraft,
    around: Surroundings,
  ): Promise<Omit<MessageUnderstood, 'id' | 'at'>> {
    const { contact, conversation } = draft;
    const passages = passagesFor(reading, words, { ...around, contact });
    const ids = messages.map(({ messageId }) => messageId);
    return {
      type: 'messageUnderstood',
      rules: passages.length > 0 ? await this.unlessFull(around) : around.rules,
      messageId: ids.at(-1) ?? '',
      ...(ids.length > 1 ? { alsoRead: ids.slice(0, -1) } : {}),
      // Words of somebody we do not know among them prove no identity for the rest.
      senderKnown: messages.every(({ senderKnown }) => senderKnown),
      reading,
      passages,
      ...(await this.inputs.find(reading, conversation.memory, { ...around, contact })),
      contactLanguage: contact.language,
    };
  }

  private unlessFull({ rules, product }: Surroundings): Promise<Surroundings['rules']> {
    return this.queue.unlessFull(rules, product, PRIORITIES.interactive);
  }
}

function aroundOf(draft: TurnDraft, { product, accountAddress }: Surroundings) {
  return { contact: draft.contact, product, accountAddress, memory: draft.conversation.memory };
}

function wroteAt({ messages }: ReadingRequest): Date {
  return messages.at(-1)?.wroteAt ?? new Date(0);
}

function checkMail(
  response: string,
  { kind, letter }: DraftRequest,
  question: string,
  { contact }: TurnDraft,
  { product }: Surroundings,
): Checked<DraftedMail> {
  const { language, company, interests } = contact;
  const passages = passagesOf(product, letter.passages);
  if (kind === 'answer') return checkDraft(response, { passages, language, question });
  const checked = checkOffer(response, { passages, language, company, interests });
  return checked.type === 'rejected'
    ? checked
    : { type: 'accepted', value: { found: true, sentences: checked.value.sentences } };
}
