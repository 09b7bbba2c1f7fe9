import type { Installation } from '@app/peers/installation/installation';
import { insist } from '../insist';

/** Business time, which only ever jumps into a working morning: what we write first can then leave for the rest of the run. */
export interface BusinessDays {
  readonly now: () => Date;
  /** So many days ahead, or more when nobody works then. */
  jump(days: number): Promise<void>;
  /** Moves it by nothing, which whoever follows it hears. */
  touch(): Promise<void>;
}

export function businessDays({ now, moveOnTo }: Pick<Installation, 'now' | 'moveOnTo'>): BusinessDays {
  return {
    now,
    jump: (days) => {
      const day = new Date(now().getTime() + days * DAY_MS);
      day.setUTCHours(MORNING_UTC, 0, 0, 0);
      return insist(() => moveOnTo(day));
    },
    touch: () => insist(() => moveOnTo(now())),
  };
}

const DAY_MS = 86_400_000;
/** Nine o'clock where the sample product is sold. */
const MORNING_UTC = 6;
