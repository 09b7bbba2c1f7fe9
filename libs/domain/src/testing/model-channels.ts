import type { Channel } from '../channel';
import type { ConversationEvent } from '../event';
import type { Memory } from '../memory';

/** On which channels a history's contact can be reached when it begins. */
export type Reach = 'email' | 'telegram' | 'both';

/** A contact's e-mail address and chat, and where they wrote last, as the brain keeps them. */
export class ModelChannels {
  readonly hasEmail: boolean;
  chat: 'none' | 'open' | 'closed';
  private last: Channel;

  constructor(reach: Reach) {
    this.hasEmail = reach !== 'telegram';
    this.chat = reach === 'both' ? 'open' : 'none';
    this.last = this.hasEmail ? 'email' : 'telegram';
  }

  /** By which the contact writes, if they have it. */
  heardBy(wanted: Channel): Channel {
    return this.hasEmail && (wanted === 'email' || this.chat === 'none') ? 'email' : 'telegram';
  }

  /** Whether there is another channel than that. */
  isElsewhere(than: Channel): boolean {
    return than === 'telegram' ? this.hasEmail : this.chat === 'open';
  }

  /** Where a letter goes. */
  destination({ emailGivenUp }: Memory): Channel {
    if (!this.hasEmail) return 'telegram';
    return this.chat !== 'none' && (emailGivenUp || (this.last === 'telegram' && this.chat === 'open'))
      ? 'telegram'
      : 'email';
  }

  hear(event: ConversationEvent): void {
    if (event.type === 'contactStarted' || event.type === 'contactAsked') this.hearBy('telegram');
    if (event.type === 'contactWrote' && event.senderKnown) this.hearBy(event.channel);
    if (event.type !== 'chatChanged') return;
    if (event.change === 'blocked') this.closeChat();
    else this.chat = 'open';
  }

  closeChat(): void {
    this.chat = 'closed';
    if (this.hasEmail) this.last = 'email';
  }

  private hearBy(channel: Channel): void {
    this.last = channel;
    if (channel === 'telegram') this.chat = 'open';
  }
}
