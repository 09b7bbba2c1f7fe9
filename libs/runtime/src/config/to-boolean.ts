import type { TransformFnParams } from 'class-transformer';

/** `true` and `false` as such; anything else stays as it is, for a check to refuse. */
export function toBoolean({ value }: TransformFnParams): unknown {
  return value === 'true' ? true : value === 'false' ? false : value;
}
