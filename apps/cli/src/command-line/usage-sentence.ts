/** One sentence of what commander says about a wrong command line, with where to read on. */
export function usageSentence(text: string, path: string): string {
  const problem = text
    .replace(/^error: /, '')
    .replace(/\s*\n\s*/g, ' ')
    .trim()
    .replace(/\.$/, '');
  return `${problem.charAt(0).toUpperCase()}${problem.slice(1)}; see \`${path} --help\`.`;
}
