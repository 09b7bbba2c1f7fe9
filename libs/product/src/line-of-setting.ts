import { type Document, isMap, isNode, isScalar, isSeq, type LineCounter } from 'yaml';

/**
 * The line of the setting with this dotted name (`holidays.closed.0` is a list's first item), or of the nearest one
 * above it when it is missing itself.
 */
export function lineOfSetting(document: Document, lines: LineCounter, setting: string): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const name of setting.split('.')) {
    const found = childOf(node, name);
    if (!found) break;
    offset = found.offset ?? offset;
    node = found.value;
  }
  return lines.linePos(offset).line;
}

function childOf(
  node: unknown,
  name: string,
): { readonly offset: number | undefined; readonly value: unknown } | undefined {
  if (isSeq(node)) {
    const item = node.items[Number(name)];
    return { offset: isNode(item) ? item.range?.[0] : undefined, value: item };
  }
  const pair = isMap(node) ? node.items.find(({ key }) => isScalar(key) && key.value === name) : undefined;
  return pair && isScalar(pair.key) ? { offset: pair.key.range?.[0], value: pair.value } : undefined;
}
