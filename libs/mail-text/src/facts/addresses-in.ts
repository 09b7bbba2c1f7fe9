/** The e-mail addresses in a text, each once, in lower case, in their order. */
export function addressesIn(text: string): readonly string[] {
  const found = text.toLowerCase().match(ADDRESS) ?? [];
  return [...new Set(found)];
}

const ADDRESS = /(?<![\p{L}\d._%+-])[\p{L}\d._%+-]{1,64}@(?:[\p{L}\d-]{1,63}\.){1,8}\p{L}{2,24}(?![\p{L}\d@])/gu;
