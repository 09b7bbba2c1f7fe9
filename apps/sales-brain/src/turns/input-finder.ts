import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Colleague, MessageUnderstood } from '@app/domain/event';
import type { DemoWanted } from '@app/domain/intent';
import type { Memory } from '@app/domain/memory';
import type { Reading } from '@app/domain/reading';
import { demoOf, type Want } from '@app/domain/want';
import { slotsForWish } from '@app/domain/wished-slot';
import { AccessCodeStore } from '@app/persistence/access-codes/access-code.store';
import { ContactStore } from '@app/persistence/contacts/contact.store';
import { SlotStore } from '@app/persistence/slots/slot.store';
import { CODE_RANDOM_BYTES, codeFromTemplate, isTemplate } from '@app/product/access-code';
import { rulesOf } from '@app/product/rules-of';
import { Catalogue } from './catalogue';
import type { Surroundings } from './surroundings';

/** What a decision needs to know besides the reading itself. */
export type Inputs = Pick<MessageUnderstood, 'colleagues' | 'freeSlots' | 'wishFits' | 'accessCode'>;

/** Looks up, side by side, what the contact's wishes need, those still unanswered included; for any other, nothing. */
@Injectable()
export class InputFinder {
  constructor(
    private readonly contacts: ContactStore,
    private readonly slots: SlotStore,
    private readonly codes: AccessCodeStore,
    private readonly catalogue: Catalogue,
  ) {}

  async find(reading: Reading, memory: Memory, around: Surroundings): Promise<Inputs> {
    const wants = [...memory.wants, ...reading.intents.map((intent) => ({ intent }))];
    const demo = demoOf(wants);
    const way = demo && around.product.settings.demo.way;
    const [colleagues, slots, accessCode] = await Promise.all([
      this.colleagues(namedIn(wants), around.product.id),
      demo && way === 'slot' ? this.freeSlots(demo, memory, around) : { freeSlots: [], wishFits: false },
      way === 'access' ? this.accessCode(around) : null,
    ]);
    return { colleagues, ...slots, accessCode };
  }

  /** What we may do with each of these addresses. */
  colleagues(addresses: readonly string[], productId: string): Promise<Colleague[]> {
    return Promise.all(
      [...new Set(addresses)].map(async (address) => ({
        address,
        standing: (await this.catalogue.isOurs(address)) ? 'own' : await this.contacts.standingOf(address, productId),
      })),
    );
  }

  /** In the product's own calendar: it is us who give the demo. */
  private async freeSlots(
    demo: DemoWanted,
    memory: Memory,
    { product, now }: Surroundings,
  ): Promise<Pick<Inputs, 'freeSlots' | 'wishFits'>> {
    const settings = product.settings.demo.slot;
    const until = new Date(now.getTime() + (settings.withinDays + 1) * 86_400_000);
    const taken = await this.slots.takenCells(product.id, now, until);
    return slotsForWish(demo, memory, { calendar: rulesOf(product, { timeZone: null }, now), settings, taken, now });
  }

  private async accessCode({ product, contact }: Surroundings): Promise<string | null> {
    const { codes } = product.settings.demo;
    if (!isTemplate(codes)) return this.codes.candidate(product.id, contact._id);
    const given = await this.codes.givenTo(product.id, contact._id);
    return given ?? codeFromTemplate(codes, randomBytes(CODE_RANDOM_BYTES));
  }
}

function namedIn(wants: readonly Pick<Want, 'intent'>[]): string[] {
  return wants.flatMap(({ intent }) => (intent.type === 'redirect' ? intent.addresses : []));
}
