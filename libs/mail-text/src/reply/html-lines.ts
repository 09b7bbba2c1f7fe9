import { Tokenizer } from 'htmlparser2';
import type { BodyLine } from './body-line';
import { HtmlLineWriter } from './html-line-writer';

/**
 * The lines an HTML body shows, with the containers its client marked. Linear in the size whatever the nesting:
 * only the tokenizer is used, because the parser's own element stack is quadratic in the depth.
 */
export function htmlLines(html: string): readonly BodyLine[] {
  const writer = new HtmlLineWriter();
  let name = '';
  let attribute = '';
  let value = '';
  let attributes = new Map<string, string>();

  const open = () => {
    writer.open(name, attributes);
    attributes = new Map();
  };
  const ignore = () => undefined;
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname: (start, end) => (name = html.slice(start, end).toLowerCase()),
      onattribname: (start, end) => {
        attribute = html.slice(start, end).toLowerCase();
        value = '';
      },
      onattribdata: (start, end) => (value += html.slice(start, end)),
      onattribentity: (codePoint) => (value += String.fromCodePoint(codePoint)),
      onattribend: () => attributes.set(attribute, value),
      onopentagend: open,
      onselfclosingtag: open,
      onclosetag: (start, end) => writer.close(html.slice(start, end).toLowerCase()),
      ontext: (start, end) => writer.write(html.slice(start, end)),
      ontextentity: (codePoint) => writer.write(String.fromCodePoint(codePoint)),
      oncdata: ignore,
      oncomment: ignore,
      ondeclaration: ignore,
      onprocessinginstruction: ignore,
      onend: ignore,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return writer.lines();
}
