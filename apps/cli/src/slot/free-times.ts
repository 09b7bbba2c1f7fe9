import { freeSlots } from '@app/domain/free-slots';
import type { Slot } from '@app/domain/slot';
import { daysAfter } from '@app/domain/working-time';
import type { Product } from '@app/product/product';
import { rulesOf } from '@app/product/rules-of';
import type { OpenInstallation } from '../installation/open-installation';

/** The times a contact who asks for a demo of this product now is offered. */
export async function freeTimes(product: Product, { slots, clock }: OpenInstallation): Promise<Slot[]> {
  const now = clock.now();
  const settings = product.settings.demo.slot;
  // The last slot may begin at the very end, and its cells reach beyond it.
  const taken = await slots.takenCells(product.id, now, daysAfter(now, settings.withinDays + 2));
  return freeSlots({ calendar: rulesOf(product, { timeZone: null }, now), settings, taken, now }).slots;
}
