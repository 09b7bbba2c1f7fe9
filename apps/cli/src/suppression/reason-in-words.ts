import type { Suppression } from '@app/persistence/recipients/recipient.schema';

/** Why an entry of the ledger was made, in the operator's words. */
export function reasonInWords({ type, because, reason }: Pick<Suppression, 'type' | 'because' | 'reason'>): string {
  return `${type === 'lifted' ? 'lifted: ' : ''}${inWords(because)}${reason === '' ? '' : ` ("${reason}")`}`;
}

function inWords(because: Suppression['because']): string {
  switch (because) {
    case 'contact-asked':
      return 'the contact asked';
    case 'contact-agreed':
      return 'the contact agreed';
    case 'contact-wrote':
      return 'the contact wrote';
    case 'unsubscribed':
      return 'the contact unsubscribed';
    case 'bounced':
      return 'letters came back';
    case 'operator-asked':
      return 'the operator asked';
    case 'company-asked':
      return 'somebody of the company asked';
    case 'imported':
      return 'it stands in an imported list';
    case 'erased':
      return 'the person was erased';
  }
}
