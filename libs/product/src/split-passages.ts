import type { Language } from '@app/domain/language';
import { checked, type Checked } from './checked';
import type { Passage } from './product';

/** Splits markdown at its headings (CommonMark ATX, `#` to `######`); a heading directly above another is a title. */
export function splitPassages(language: Language, path: string, markdown: string): Checked<readonly Passage[]> {
  const { preface, sections } = sectionsOf(markdown.split('\n'));
  const passages = sections
    .filter(hasText)
    .map(({ heading, lines }, index) => ({ id: `${path}#${index + 1}`, language, heading, text: textOf(lines) }));
  const empty = sections.filter((section, index) => !hasText(section) && !isTitle(section, sections[index + 1]));

  return checked(passages, [
    ...(textOf(preface) === '' ? [] : [`${path}:1: there is text before the first heading; put a heading above it.`]),
    ...empty.map(
      ({ line, heading }) => `${path}:${line}: nothing stands under '${heading}'; write it or remove the heading.`,
    ),
  ]);
}

interface Section {
  readonly line: number;
  readonly level: number;
  readonly heading: string;
  readonly lines: readonly string[];
}

const HEADING = /^ {0,3}(#{1,6})\s+(.*?)(?:\s+#+)?\s*$/;

function sectionsOf(lines: readonly string[]): {
  readonly preface: readonly string[];
  readonly sections: readonly Section[];
} {
  const starts = lines.flatMap((line, index) => {
    const [, marks = '', heading = ''] = HEADING.exec(line) ?? [];
    return heading === '' ? [] : [{ index, level: marks.length, heading }];
  });
  return {
    preface: lines.slice(0, starts[0]?.index),
    sections: starts.map(({ index, level, heading }, position) => ({
      line: index + 1,
      level,
      heading,
      lines: lines.slice(index + 1, starts[position + 1]?.index),
    })),
  };
}

function isTitle(section: Section, next: Section | undefined): boolean {
  return next !== undefined && next.level > section.level;
}

function hasText({ lines }: Section): boolean {
  return textOf(lines) !== '';
}

function textOf(lines: readonly string[]): string {
  return lines.join('\n').trim();
}
