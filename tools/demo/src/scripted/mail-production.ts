import type { Language } from '@app/domain/language';
import type { ChosenModel } from '../choices';
import { askingModel } from './asking-model';
import type { Production } from './play-script';
import { Scene } from './scene';
import { stepsIn } from './steps';

/** A whole conversation by mail in one language, each step of it checked; with a language model, one more step asks it. */
export function mailProduction(language: Language, llm: ChosenModel | null): Production<Scene> {
  const steps = [...stepsIn(language), ...(llm ? [askingModel(language)] : [])];
  return { steps, stage: (...parts) => new Scene(...parts), telegram: null };
}
