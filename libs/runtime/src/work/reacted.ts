import { happening } from '@app/persistence/happening';

export interface Reacted {
  readonly reactor: string;
  readonly tookMs: number;
  readonly failed: boolean;
}

/** A reactor has taken care of keys, or failed with them. */
export const reacted = happening<Reacted>('reacted');
