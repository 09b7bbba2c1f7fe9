import type { TelegramLink } from '@app/persistence/links/link.schema';
import type { StartLink } from '@app/persistence/links/start-link';

/** The links to the bot that the letters of one commit carry. */
export class DraftedLinks {
  private readonly made: TelegramLink[] = [];
  private readonly byAddress = new Map<string, string>();

  /** One of the contact's own; its URL. */
  add({ url, stored }: StartLink): string {
    this.made.push(stored);
    return url;
  }

  /** One of a colleague whom only the contact can ask to press Start. */
  invite(address: string, link: StartLink): void {
    this.byAddress.set(address, this.add(link));
  }

  get all(): readonly TelegramLink[] {
    return this.made;
  }

  /** URLs, by the addresses of the colleagues. */
  get invitations(): ReadonlyMap<string, string> {
    return this.byAddress;
  }
}
