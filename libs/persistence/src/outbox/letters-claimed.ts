import { happening } from '../happening';
import type { Claim } from './claim';

/** A claim was decided; what of it is ours now leaves at once. */
export const lettersClaimed = happening<Claim>('letters-claimed');
