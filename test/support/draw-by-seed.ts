import type * as FastCheck from 'fast-check';

/**
 * Lets every property draw by one seed: the same in each run of the tests, so that none fails by luck, and another in
 * each round of `npm run fuzz`. Whoever draws nothing does not load the library.
 */
jest.mock('fast-check', () => {
  const fastCheck = jest.requireActual<typeof FastCheck>('fast-check');
  fastCheck.configureGlobal({ seed: Number(process.env['FUZZ_SEED'] ?? 20_261_101) });
  return fastCheck;
});
