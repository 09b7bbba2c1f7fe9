import type { Random } from '../random';
import type { BusinessDays } from '../stage/business-days';
import type { Fault } from './fault';

/** Business time jumps by a day or two, as it does for whoever wakes a laptop: timers come due under way. */
export function jumpClock(time: BusinessDays, random: Random): Fault {
  return {
    name: 'business clock jumped',
    async strike() {
      const days = random.next() < 0.5 ? 1 : 2;
      await time.jump(days);
      return `to ${time.now().toISOString()}`;
    },
  };
}
