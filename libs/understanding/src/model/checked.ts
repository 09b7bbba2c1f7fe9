/** What became of a model's response. `because` holds no word of the response, so that a prompt may repeat it. */
export type Checked<T> =
  { readonly type: 'accepted'; readonly value: T } | { readonly type: 'rejected'; readonly because: string };

export function accepted<T>(value: T): Checked<T> {
  return { type: 'accepted', value };
}

export function rejected(because: string): { readonly type: 'rejected'; readonly because: string } {
  return { type: 'rejected', because };
}
