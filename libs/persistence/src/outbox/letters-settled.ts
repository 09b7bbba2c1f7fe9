import { happening } from '../happening';
import type { Settlement } from './settle';

/** Attempts to hand letters over have ended, and how stands. */
export const lettersSettled = happening<readonly Settlement[]>('letters-settled');
