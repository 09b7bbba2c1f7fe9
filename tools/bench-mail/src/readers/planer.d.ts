declare module 'planer' {
  export function extractFromPlain(text: string): string;
}
