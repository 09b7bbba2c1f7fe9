import type { DeliverySettled } from './event';
import { isInitiated } from './letter';

/** An answer nobody knows of is handed over once more; what we write first never is. */
export function mayBeRepeated({ settlement, letters }: DeliverySettled): boolean {
  return settlement.outcome === 'uncertain' && !settlement.repeated && !letters.some(isInitiated);
}

/** Why a person has the conversation after a letter failed. */
export function whyNotDelivered(event: DeliverySettled): string {
  return event.settlement.outcome === 'uncertain'
    ? whetherItArrived(event)
    : `the recipient's server refused this letter: ${event.letters.join(', ')}`;
}

/** The same for a letter that may have arrived or not. */
export function whetherItArrived({ letters }: DeliverySettled): string {
  return `nobody knows whether this letter arrived: ${letters.join(', ')}`;
}
