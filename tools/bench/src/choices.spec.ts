import { choices, PARTS } from './choices';

describe('who measures', () => {
  it('gets every part, or those that are named', () => {
    expect(choices([])).toEqual({ json: undefined, work: { type: 'parts', parts: PARTS } });
    expect(choices(['backlog', 'failover', '--json', 'figures.json'])).toEqual({
      json: 'figures.json',
      work: { type: 'parts', parts: ['backlog', 'failover'] },
    });
  });

  it('may measure memory over many turns, or fill a database, and nothing beside', () => {
    expect(choices(['--turns', '100000']).work).toEqual({ type: 'turns', turns: 100_000 });
    expect(choices(['--contacts', '100']).work).toEqual({ type: 'fill', amount: { contacts: 100, messages: 1000 } });
    expect(() => choices(['--turns', '10', 'backlog'])).toThrow('stand alone');
  });

  it('is told which parts there are', () => {
    expect(() => choices(['speed'])).toThrow('There is no part speed; there are storedToSmtp,');
    expect(() => choices(['--turns', '0'])).toThrow('--turns takes a whole number above 0.');
  });
});
