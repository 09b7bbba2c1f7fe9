import { MongoServerError } from 'mongodb';

/** Whether the server refused a document because its `_id` (or another unique key) is already taken. */
export function isDuplicateKey(error: unknown): boolean {
  return error instanceof MongoServerError && error.code === 11000;
}
