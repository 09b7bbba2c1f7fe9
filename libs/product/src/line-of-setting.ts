import { type Document, isMap, isScalar, type LineCounter } from 'yaml';

/** The line of the setting with this dotted name, or of the nearest setting above it when it is missing itself. */
export function lineOfSetting(document: Document, lines: LineCounter, setting: string): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const name of setting.split('.')) {
    const pair = isMap(node) ? node.items.find(({ key }) => isScalar(key) && key.value === name) : undefined;
    if (!pair || !isScalar(pair.key)) break;
    offset = pair.key.range?.[0] ?? offset;
    node = pair.value;
  }
  return lines.linePos(offset).line;
}
