/** Plain text as a person would leave it: no space at the ends of lines, at most one blank line, none around. */
export function tidyText(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(/[^\S\n]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
