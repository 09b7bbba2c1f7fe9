/** No way led to a MongoDB; `tried` has one line for each. */
export class NoMongoDbError extends Error {
  readonly code = 'no-mongodb';

  constructor(readonly tried: readonly string[]) {
    super(
      [
        'No MongoDB could be found or started. Install mongod, start a Docker engine, or set TEST_MONGODB_URI to a replica set. Tried:',
        ...tried.map((line) => `  ${line}`),
      ].join('\n'),
    );
    this.name = 'NoMongoDbError';
  }
}
