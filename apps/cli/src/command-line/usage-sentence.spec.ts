import { usageSentence } from './usage-sentence';

describe('an operator who mistypes an option', () => {
  it('reads one sentence with the suggestion and where to look', () => {
    const said = "error: unknown option '--prodct'\n(Did you mean --product?)\n";
    expect(usageSentence(said, 'sales-agent contact add')).toBe(
      "Unknown option '--prodct' (Did you mean --product?); see `sales-agent contact add --help`.",
    );
  });
});
