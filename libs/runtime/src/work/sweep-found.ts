import { happening } from '@app/persistence/happening';

/** The safety sweep found so much work of a reactor that no change had told of. */
export const sweepFound = happening<{ readonly reactor: string; readonly count: number }>('sweep-found');
