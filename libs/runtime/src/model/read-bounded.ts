/** The text of a body of at most so many bytes; null, and the rest is not read, when it is longer. */
export async function readBounded(response: Response, longest: number): Promise<string | null> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  const body: AsyncIterable<Uint8Array> | null = response.body;
  for await (const part of body ?? []) {
    bytes += part.byteLength;
    if (bytes > longest) return null;
    text += decoder.decode(part, { stream: true });
  }
  return text + decoder.decode();
}
