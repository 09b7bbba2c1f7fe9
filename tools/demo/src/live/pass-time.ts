import type { Hands } from '../hands';
import { momentInWords } from '../text/moment';
import type { Screen } from '../text/screen';

/** Moves business time on; `tellProgress` shows what came of that, and says false when nothing did. */
export async function passTime(
  to: Date,
  timeZone: string,
  { hands, screen }: { readonly hands: Hands; readonly screen: Screen },
  tellProgress: () => Promise<boolean>,
): Promise<void> {
  screen.quiet(`time moves on to ${momentInWords(to, timeZone)}`);
  await hands.moveClockTo(to);
  if (!(await tellProgress())) screen.quiet('nothing was due by then');
}
