/** What one examination found, in a sentence that says what to do where something is wrong. */
export interface Finding {
  readonly name: string;
  readonly state: 'right' | 'wrong' | 'unknown';
  readonly said: string;
}

export function right(name: string, said: string): Finding {
  return { name, state: 'right', said };
}

export function wrong(name: string, said: string): Finding {
  return { name, state: 'wrong', said };
}

/** It cannot be found out from here, or is not set up: no reason to change anything, and none to rely on it. */
export function unknown(name: string, said: string): Finding {
  return { name, state: 'unknown', said };
}
