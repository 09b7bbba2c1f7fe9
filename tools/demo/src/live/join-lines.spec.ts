import { Readable } from 'node:stream';
import { joinLines } from './join-lines';

describe('a mail of several lines', () => {
  it('is written with a backslash at the end of each but the last', async () => {
    const lines = Readable.from(['Hello!', 'First \\', 'second\\', 'third', 'begun\\']);
    const entries: string[] = [];
    for await (const entry of joinLines(lines)) entries.push(entry);
    expect(entries).toEqual(['Hello!', 'First\nsecond\nthird', 'begun']);
  });
});
