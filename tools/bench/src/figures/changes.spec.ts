import { changes } from './changes';

describe('a run beside the last one', () => {
  it('shows each figure with its change', () => {
    expect(changes({ p50Ms: 20.04, count: 300 }, { p50Ms: 15.03, count: 300 })).toEqual([
      'p50Ms  20 → 15  (−25 %)',
      'count  300 → 300',
    ]);
  });

  it('tells the members of a list apart by their names, wherever they stand', () => {
    const before = { beside: [{ name: 'Agenda', perSecond: 100 }] };
    const now = {
      beside: [
        { name: 'Pulse', perSecond: 50 },
        { name: 'Agenda', perSecond: 110 },
      ],
    };
    expect(changes(before, now)).toEqual(['beside.Agenda.perSecond  100 → 110  (+10 %)']);
  });

  it('leaves out what was not measured both times', () => {
    expect(changes({ overAgenda: null, old: 1 }, { overAgenda: 5, new: 1 })).toEqual([]);
    expect(changes(undefined, { p50Ms: 1 })).toEqual([]);
  });

  it('makes no share of nothing', () => {
    expect(changes({ refused: 0 }, { refused: 3 })).toEqual(['refused  0 → 3']);
  });
});
