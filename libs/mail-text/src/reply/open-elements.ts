import type { BodyMark } from './body-line';
import type { HtmlContainer } from './html-containers';

interface OpenElement {
  readonly name: string;
  readonly container: HtmlContainer | undefined;
}

/** The HTML elements open at one point of a document; every step is amortised constant. */
export class OpenElements {
  private readonly stack: OpenElement[] = [];
  private readonly openNames = new Map<string, number>();
  private readonly openContainers = new Map<HtmlContainer, number>();

  open(name: string, container: HtmlContainer | undefined): void {
    this.stack.push({ name, container });
    add(this.openNames, name, 1);
    if (container) add(this.openContainers, container, 1);
  }

  /** Closes down to the nearest element of that name; an inline end tag never closes a block around it. */
  close(name: string): void {
    if (!this.openNames.get(name) || !this.mayClose(name)) return;
    for (let element = this.stack.pop(); element; element = this.stack.pop()) {
      add(this.openNames, element.name, -1);
      if (element.container) add(this.openContainers, element.container, -1);
      if (element.name === name) return;
    }
  }

  mark(): BodyMark | undefined {
    if (this.openContainers.get('quote')) return 'quote';
    if (this.openContainers.get('frame')) return 'frame';
    return this.openContainers.get('signature') ? 'signature' : undefined;
  }

  isHidden(): boolean {
    return !!this.openContainers.get('hidden');
  }

  isPreformatted(): boolean {
    return !!this.openNames.get('pre');
  }

  /** Word writes every line as a paragraph without distance to the next. */
  isWordParagraph(): boolean {
    return this.stack.at(-1)?.container === 'word-paragraph';
  }

  private mayClose(name: string): boolean {
    if (!INLINE.has(name)) return true;
    for (let index = this.stack.length - 1; index >= Math.max(0, this.stack.length - DEPTH_LOOKED_AT); index--) {
      const element = this.stack[index];
      if (element?.name === name) return true;
      if (element && !INLINE.has(element.name)) return false;
    }
    return false;
  }
}

/** Looking further would make a page of unclosed inline tags quadratic. */
const DEPTH_LOOKED_AT = 64;

const INLINE: ReadonlySet<string> = new Set(
  'a abbr b big cite code em font i o:p s small span strike strong sub sup tt u'.split(' '),
);

function add<Key>(counts: Map<Key, number>, key: Key, change: number): void {
  counts.set(key, (counts.get(key) ?? 0) + change);
}
