import { EventEmitter } from 'node:events';
import type { ApiObject } from './api-object';

export type UpdateType =
  | 'message'
  | 'edited_message'
  | 'callback_query'
  | 'my_chat_member'
  | 'business_connection'
  | 'business_message'
  | 'edited_business_message'
  | 'deleted_business_messages';

export type Update = ApiObject & { readonly update_id: number };

const KEPT_MS = 24 * 60 * 60 * 1000;
const FIRST_ID = 500_000_001;

/** The updates the bot has not confirmed, oldest first, each for 24 hours. */
export class UpdateQueue {
  private waiting: readonly { readonly update: Update; readonly at: number }[] = [];
  private wanted: readonly string[] = [];
  private nextId = FIRST_ID;
  private readonly arrivals = new EventEmitter();

  constructor(private readonly now: () => number) {}

  get length(): number {
    this.expire();
    return this.waiting.length;
  }

  /** `allowed_updates`: holds until it is said again, and for updates that come from now on. None named means all. */
  allow(types: readonly string[] | undefined): void {
    if (types !== undefined) this.wanted = types;
  }

  get allowed(): readonly string[] {
    return this.wanted;
  }

  countFrom(updateId: number): void {
    this.nextId = updateId;
  }

  /** Its `update_id`; 0 when the bot does not want such updates. */
  add(type: UpdateType, content: ApiObject): number {
    return this.wanted.length > 0 && !this.wanted.includes(type) ? 0 : this.addAny({ [type]: content });
  }

  /** One of any form, whatever the bot wants; its `update_id`. */
  addAny(content: ApiObject): number {
    const update = { ...content, update_id: this.nextId++ };
    this.waiting = [...this.waiting, { update, at: this.now() }];
    this.arrivals.emit('arrival');
    return update.update_id;
  }

  /** Confirms all before `offset` and shows what follows; a negative offset counts from the newest. */
  from(offset: number, limit: number): readonly Update[] {
    this.expire();
    this.waiting =
      offset < 0 ? this.waiting.slice(offset) : this.waiting.filter(({ update }) => update.update_id >= offset);
    return this.waiting.slice(0, limit).map(({ update }) => update);
  }

  forget(): void {
    this.waiting = [];
  }

  /** Resolves when the next update has come, or when the signal ends the waiting. */
  async arrival(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    await new Promise<void>((resolve) => {
      const end = () => {
        this.arrivals.off('arrival', end);
        signal.removeEventListener('abort', end);
        resolve();
      };
      this.arrivals.once('arrival', end);
      signal.addEventListener('abort', end);
    });
  }

  private expire(): void {
    const oldest = this.now() - KEPT_MS;
    this.waiting = this.waiting.filter(({ at }) => at > oldest);
  }
}
