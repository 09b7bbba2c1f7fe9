import { MongoError, MongoNetworkError, MongoServerSelectionError } from 'mongodb';

/** Whether an error says that the database could not be asked, or gave the work up by itself: nothing about what was asked. */
export function isDatabaseAway(error: unknown): boolean {
  if (error instanceof MongoNetworkError || error instanceof MongoServerSelectionError) return true;
  return error instanceof MongoError && PASSING.some((label) => error.hasErrorLabel(label));
}

const PASSING = ['RetryableWriteError', 'TransientTransactionError', 'UnknownTransactionCommitResult'];
