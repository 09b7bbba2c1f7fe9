/** Goes on when it is true; else the step has failed, and the sentence says what was expected. */
export function check(isTrue: boolean, expected: string): asserts isTrue {
  if (!isTrue) throw new StepFailed(expected);
}

/** A step of the scripted demo did not go as it has to. */
export class StepFailed extends Error {
  readonly code = 'STEP_FAILED';
}
