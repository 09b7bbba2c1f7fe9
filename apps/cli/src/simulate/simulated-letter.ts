import type { Letter } from '@app/domain/letter';

/** A letter in the simulated outbox. */
export interface SimulatedLetter {
  readonly id: string;
  readonly letters: readonly Letter[];
  readonly subject: string;
  readonly text: string;
  readonly attachments: readonly string[];
  readonly leavesFrom: Date;
  readonly status: 'draft' | 'queued' | 'settled';
  readonly repeats: number;
}
