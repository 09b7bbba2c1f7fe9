import type { TransformFnParams } from 'class-transformer';

/** A setting's digits as a number; anything else stays as it is, for a check to refuse. */
export function toNumber({ value }: TransformFnParams): unknown {
  return typeof value === 'string' && /^\d{1,5}$/.test(value) ? Number(value) : value;
}
