import { Gate } from './gate';

describe('a gate', () => {
  it('lets in as many as it has room for, and the next as soon as one leaves, in their order', async () => {
    const gate = new Gate(2);
    const inside: string[] = [];
    const come = (name: string) => gate.enter().then(() => inside.push(name));
    await Promise.all([come('a'), come('b')]);
    const later = [come('c'), come('d')];
    expect(inside).toEqual(['a', 'b']);

    gate.leave();
    await later[0];
    expect(inside).toEqual(['a', 'b', 'c']);
    gate.leave();
    await later[1];
    expect(inside).toEqual(['a', 'b', 'c', 'd']);
  });
});
