import type { Stage } from '@app/domain/stage';

/** What a conversation in this stage waits for, in the operator's words; '' when it waits for nobody. */
export function waitsFor(stage: Stage): string {
  switch (stage) {
    case 'drafting-offer':
      return 'the opening letter to leave';
    case 'awaiting-start':
      return 'the contact to press Start in Telegram';
    case 'awaiting-reply':
      return "the contact's answer";
    case 'understanding':
      return 'the message to be read';
    case 'answering':
      return 'our answer to leave';
    case 'postponed':
      return 'the day we agreed on';
    case 'awaiting-colleague':
      return "the colleague's address";
    case 'in-demo':
      return 'the demo to be tried';
    case 'handed-over':
      return 'you: `contact reply` or `contact release`';
    case 'redirected':
    case 'offer-ignored':
    case 'stopped':
    case 'unreachable':
      return '';
  }
}
