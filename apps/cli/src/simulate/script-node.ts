import { isMap, isScalar, isSeq, type LineCounter, type Node, type YAMLMap } from 'yaml';
import { Mistake } from '../command-line/mistake.error';
import { scriptMistake } from './script-mistake';

/** A value of a script and the line it stands in; what is not what it should be is a `Mistake` that names the line. */
export class ScriptNode {
  constructor(
    private readonly node: Node | null,
    readonly line: number,
    private readonly lines: LineCounter,
  ) {}

  /** The entries of a map, whose keys are all among `known`. */
  entries<Key extends string>(known: readonly Key[]): ReadonlyMap<Key, ScriptNode> {
    const map = this.map(known.join(', '));
    return new Map(
      map.items.map(({ key, value }) => {
        const line = this.lineOf(key as Node);
        const name = isScalar(key) ? String(key.value) : '';
        const found = known.find((one) => one === name);
        if (found === undefined) throw scriptMistake(line, `"${name}" is not known here; use ${known.join(', ')}.`);
        return [found, this.child(value as Node | null, line)] as const;
      }),
    );
  }

  /** The items of a list. */
  items(): ScriptNode[] {
    if (!isSeq(this.node)) throw scriptMistake(this.line, 'a list is needed here; begin each item with "- ".');
    return this.node.items.map((item) => this.child(item as Node | null, this.line));
  }

  get isList(): boolean {
    return isSeq(this.node);
  }

  /** One line or paragraph of text that is not empty. */
  text(): string {
    const text = isScalar(this.node) && this.node.value !== null ? this.written(this.node.source, this.node.value) : '';
    if (text.trim() === '') throw scriptMistake(this.line, 'some text is needed here; write it after the colon.');
    return text;
  }

  /** What `read` makes of the text; its `Mistake` is given this line. */
  as<Value>(read: (text: string) => Value): Value {
    const text = this.text();
    try {
      return read(text);
    } catch (error) {
      if (!(error instanceof Mistake)) throw error;
      throw scriptMistake(this.line, error.message);
    }
  }

  private map(known: string): YAMLMap {
    if (isMap(this.node)) return this.node;
    throw scriptMistake(this.line, `a name and a colon are needed here, such as ${known}.`);
  }

  /** Dates and numbers are wanted as they were written. */
  private written(source: string | undefined, value: unknown): string {
    return typeof value === 'string' ? value : (source ?? String(value));
  }

  private child(node: Node | null, line: number): ScriptNode {
    return new ScriptNode(node, node?.range ? this.lineOf(node) : line, this.lines);
  }

  private lineOf(node: Node): number {
    return this.lines.linePos(node.range?.[0] ?? 0).line;
  }
}
