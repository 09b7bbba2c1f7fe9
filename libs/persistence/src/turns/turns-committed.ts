import { happening } from '../happening';
import type { TurnCommit } from './turn-commit';

/** Turns were taken, and all that follows from them stands. */
export const turnsCommitted = happening<TurnCommit>('turns-committed');
