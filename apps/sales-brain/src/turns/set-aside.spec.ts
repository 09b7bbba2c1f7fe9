import type { WaitingFact } from '@app/persistence/conversations/waiting-facts';
import { aMessageDocument } from '@app/persistence/testing/documents';
import { SetAside } from './set-aside';

const [bad, stop, thanks] = ['bad', 'stop', 'thanks'].map(aFact) as [WaitingFact, WaitingFact, WaitingFact];

describe('facts that cannot be taken together', () => {
  it('are tried together again a few times: most failures pass', () => {
    const setAside = new SetAside();
    setAside.failed('anna', [bad, stop]);
    setAside.failed('anna', [bad, stop]);
    expect(setAside.next('anna', [bad, stop])).toEqual([bad, stop]);
  });

  it('are tried one by one then, and the one that fails alone holds up no other', () => {
    const setAside = failedTogether(bad, stop, thanks);
    expect(setAside.next('anna', [bad, stop, thanks])).toEqual([bad]);
    setAside.failed('anna', [bad]);
    expect(setAside.next('anna', [bad, stop, thanks])).toEqual([stop, thanks]);
  });

  it('are taken up to the one that fails, when it is not the first', () => {
    const setAside = failedTogether(stop, bad, thanks);
    expect(setAside.taken('anna', [stop], [stop, bad, thanks])).toBe(true);
    expect(setAside.next('anna', [bad, thanks])).toEqual([bad]);
  });
});

describe('a fact that was set aside', () => {
  it('is tried on when nothing else waits, those tried longest ago first', () => {
    const setAside = failedTogether(bad, stop);
    setAside.failed('anna', [bad]);
    setAside.failed('anna', [stop]);
    expect(setAside.next('anna', [bad, stop])).toEqual([bad]);
    setAside.failed('anna', [bad]);
    expect(setAside.next('anna', [bad, stop])).toEqual([stop]);
  });

  it('is like any other once it was taken', () => {
    const setAside = failedTogether(bad, stop);
    setAside.failed('anna', [bad]);
    expect(setAside.taken('anna', [stop], [bad, stop])).toBe(true);
    expect(setAside.taken('anna', [bad], [bad])).toBe(false);
    expect(setAside.next('anna', [bad, thanks])).toEqual([bad, thanks]);
  });

  it('says nothing of another conversation', () => {
    const setAside = failedTogether(bad, stop);
    setAside.failed('anna', [bad]);
    expect(setAside.next('boris', [bad, stop])).toEqual([bad, stop]);
  });
});

function failedTogether(...facts: readonly WaitingFact[]): SetAside {
  const setAside = new SetAside();
  for (let failure = 0; failure < 3; failure += 1) setAside.failed('anna', facts);
  return setAside;
}

function aFact(externalId: string): WaitingFact {
  return { type: 'message', message: aMessageDocument({ externalId }), isPreceded: false, toFile: null };
}
