import fc from 'fast-check';

describe('a property', () => {
  it('draws by the seed of the run, however often it asks to be tried', () => {
    const ofOne = fc.check(
      fc.property(fc.string(), () => true),
      { numRuns: 3 },
    );
    const ofAll = fc.check(fc.property(fc.string(), () => true));
    expect(ofOne.runConfiguration.seed).toBe(ofAll.runConfiguration.seed);
    expect(ofOne.runConfiguration.seed).toBe(Number(process.env['FUZZ_SEED'] ?? 20_261_101));
  });
});
