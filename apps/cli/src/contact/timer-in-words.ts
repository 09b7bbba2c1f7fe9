import type { TimerName } from '@app/domain/event';

/** What the agent does when this timer fires, in the operator's words. */
export function timerInWords(timer: TimerName): string {
  switch (timer) {
    case 'silence':
      return 'takes silence for an answer';
    case 'reminder':
      return 'comes back';
    case 'demoFollowUp':
      return 'asks how the demo went';
    case 'modelDeadline':
      return 'goes on without the model';
  }
}
