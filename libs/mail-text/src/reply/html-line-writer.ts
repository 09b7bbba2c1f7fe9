import { type BodyLine, type BodyMark, visible } from './body-line';
import { containerOf } from './html-containers';
import { OpenElements } from './open-elements';

/** Lays the tags and text of an HTML body out as lines. A class, because it is fed token by token. */
export class HtmlLineWriter {
  private readonly elements = new OpenElements();
  private readonly written: BodyLine[] = [];
  private pieces: string[] = [];
  private endsWithSpace = false;
  private currentMark: BodyMark | undefined;
  private isHistory = false;

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    const container = containerOf(name, attributes);
    if (BLOCKS.has(name)) this.endLine();
    // The client of a quoted letter marked its own history; what stands below the quote may be the sender's.
    if (container === 'history' && this.elements.mark() !== 'quote') this.isHistory = true;
    if (name === 'br') this.breakLine();
    else if (name === 'hr') this.drawRule();
    else if (name === 'td' || name === 'th') this.write(' ');
    if (!VOID.has(name)) this.elements.open(name, container);
  }

  close(name: string): void {
    if (BLOCKS.has(name)) this.endLine();
    if (name === 'p' && !this.elements.isWordParagraph()) this.paragraph();
    this.elements.close(name);
  }

  write(text: string): void {
    if (this.elements.isHidden()) return;
    if (!this.elements.isPreformatted()) return this.append(text.replace(/[ \t\r\n\f]+/g, ' '));

    const [first = '', ...rest] = text.split(/\r?\n/);
    this.append(first);
    for (const line of rest) {
      this.breakLine();
      this.append(line);
    }
  }

  lines(): readonly BodyLine[] {
    this.endLine();
    return this.written;
  }

  private append(text: string): void {
    const isFirst = this.pieces.length === 0;
    if (isFirst) this.currentMark = this.isHistory ? 'history' : this.elements.mark();
    const mayBegin = this.elements.isPreformatted() || !(isFirst || this.endsWithSpace);
    const piece = mayBegin ? text : text.trimStart();
    if (piece === '') return;
    this.pieces.push(piece);
    this.endsWithSpace = piece.endsWith(' ');
  }

  /** Ends a line that has something in it; blocks inside blocks make no empty lines. */
  private endLine(): void {
    if (this.pieces.length > 0) this.breakLine();
  }

  private breakLine(): void {
    const mark = this.pieces.length > 0 ? this.currentMark : this.isHistory ? 'history' : this.elements.mark();
    this.written.push({ text: visible(this.pieces.join('')).trimEnd(), mark });
    this.pieces = [];
    this.endsWithSpace = false;
  }

  private paragraph(): void {
    if (this.written.at(-1)?.text !== '') this.breakLine();
  }

  private drawRule(): void {
    this.endLine();
    this.append('________________');
    this.breakLine();
  }
}

const BLOCKS: ReadonlySet<string> = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody tfoot thead title tr ul'.split(
    ' ',
  ),
);

const VOID: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);
