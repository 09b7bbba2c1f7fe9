import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { COLLECTIONS } from '@app/persistence/collections';
import { CommandStore } from '@app/persistence/commands/command.store';
import { CompanyStore } from '@app/persistence/companies/company.store';
import { ContactStore } from '@app/persistence/contacts/contact.store';
import type { Change } from '@app/persistence/feed/change';
import { NOTHING_LEFT, type Reaction, type Reactor } from '@app/runtime/work/reactor';

/** Stops the other contacts of a company that was stopped, one by one: each by a command of its own. */
@Injectable()
export class CompanyStopReactor implements Reactor {
  readonly name = 'company-stop';
  readonly batch = 1;
  readonly concurrency = 2;

  constructor(
    private readonly companies: CompanyStore,
    private readonly contacts: ContactStore,
    private readonly commands: CommandStore,
  ) {}

  keyOf({ collection, id, set }: Change): string | undefined {
    return collection === COLLECTIONS.companies && set.status === 'stopping' ? id : undefined;
  }

  waiting(): AsyncIterable<string> {
    return this.companies.stopping();
  }

  async react([id]: readonly string[]): Promise<Reaction> {
    const company = id === undefined ? null : await this.companies.find(id);
    if (company?.status !== 'stopping' || company.suppressionId === null) return NOTHING_LEFT;
    const { _id, productId, domain, suppressionId } = company;
    for (const contact of await this.contacts.ofCompany(productId, domain)) {
      if (contact.stoppedAt !== null) continue;
      // Named after the stop, so that a repeat, or another brain, stops nobody twice.
      const id = nameOf(suppressionId, contact._id);
      await this.commands.queueOnce(id, { type: 'stopWithCompany', contactId: contact._id });
    }
    await this.companies.stopped(_id, suppressionId);
    // Another stop of the same company may have come meanwhile, which sets no new status and so wakes nobody.
    return { again: [{ key: _id, inMs: 0 }] };
  }
}

/** A hash, for the name of a stop holds the name of the mail that asked for it, and this is somebody else's. */
function nameOf(suppressionId: string, contactId: string): string {
  return createHash('sha256').update(`${suppressionId}:${contactId}`).digest('hex');
}
