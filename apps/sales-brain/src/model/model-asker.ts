import { Injectable } from '@nestjs/common';
import type { ModelRequest } from '@app/domain/asked';
import type { Letter } from '@app/domain/letter';
import { MessageStore } from '@app/persistence/messages/message.store';
import { OutboxStore } from '@app/persistence/outbox/outbox.store';
import type { EarlierWords } from '@app/understanding/model/ask-to-answer';
import type { Surroundings } from '../turns/surroundings';
import type { TurnDraft } from '../turns/turn-draft';
import { wordsOf } from '../turns/words-of';
import { composeJob } from './compose-job';

/** So much of the conversation so far is worth a model's time. */
const MOST_EARLIER = 6;

/** Letters that hold what no GPU host may see, or may hold it. */
const SECRETIVE: readonly Letter[] = ['demo-access', 'operator-reply'];

/** Turns what a commit asks a model for in the end into a job. Reads only where something is asked for. */
@Injectable()
export class ModelAsker {
  constructor(
    private readonly messages: MessageStore,
    private readonly outbox: OutboxStore,
  ) {}

  async ask(draft: TurnDraft, { product }: Surroundings): Promise<void> {
    const { asking } = draft.model;
    if (!asking) return;
    const about = messagesOf(asking.request);
    const [text, earlier] = await Promise.all([
      this.words(about, draft),
      asking.request.kind === 'answer' ? this.earlier(draft, about) : [],
    ]);
    draft.model.add(composeJob(asking, { text, earlier, contact: draft.contact, product }));
  }

  /** What these messages say, one below the other; one that is gone says nothing. */
  async words(messageIds: readonly string[], draft: TurnDraft): Promise<string> {
    const found = await Promise.all(messageIds.map(async (id) => draft.heard(id) ?? (await this.messages.find(id))));
    return found.flatMap((message) => (message ? [wordsOf(message, draft.thread)] : [])).join('\n\n');
  }

  private async earlier(draft: TurnDraft, except: readonly string[]): Promise<readonly EarlierWords[]> {
    const { id } = draft.conversation;
    const [messages, letters] = await Promise.all([
      this.messages.latestWords(id, MOST_EARLIER),
      this.outbox.latestSent(id, MOST_EARLIER),
    ]);
    const theirs = messages
      .filter(({ _id }) => !except.includes(_id))
      .map(({ text, storedAt: at }) => ({ from: 'contact', text, at }) as const);
    const ours = letters
      .filter((letter) => !letter.letters.some((one) => SECRETIVE.includes(one)))
      .map(({ text, createdAt: at }) => ({ from: 'us', text, at }) as const);
    const inOrder = [...theirs, ...ours].sort((one, other) => one.at.getTime() - other.at.getTime());
    return inOrder.slice(-MOST_EARLIER).map(({ from, text }) => ({ from, text }));
  }
}

/** The messages a request is about, oldest first. */
export function messagesOf(request: ModelRequest): readonly string[] {
  return request.kind === 'understand' ? request.messages.map(({ messageId }) => messageId) : request.answers;
}
