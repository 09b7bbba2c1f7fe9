import type { Language } from '@app/domain/language';
import type { ChosenModel } from './choices';
import type { Ending } from './ending';
import type { Closing } from './installation/closing';
import type { Screen } from './text/screen';

/** What every demo is begun with, whoever plays the contact and by which channel. */
export interface DemoRequest {
  /** The project, which holds dist/ and products/. */
  readonly project: string;
  readonly language: Language;
  readonly llm: ChosenModel | null;
  readonly ending: Ending;
  readonly closing: Closing;
  readonly screen: Screen;
}
