import type { Stage } from '@app/domain/stage';
import type { Explained } from '../contact/explain-turn';

/** Everything that happened in a simulation, in order, and where it ended. */
export interface Transcript {
  readonly entries: readonly Entry[];
  readonly stage: Stage;
  readonly handedOverBecause: string | null;
  /** When something happens by itself next. */
  readonly due: Date | null;
  /** The moment of the virtual clock at the end. */
  readonly at: Date;
}

export type Entry = { readonly type: 'turn'; readonly turn: Explained } | Said;

/** A mail, at the moment it came in or left. */
export interface Said {
  readonly type: 'said';
  readonly at: Date;
  readonly by: 'contact' | 'stranger' | 'machine' | 'agent' | 'operator';
  readonly subject: string;
  readonly text: string;
  readonly attachments: readonly string[];
  /** How the letter ended; null for what came in. */
  readonly outcome: string | null;
}
