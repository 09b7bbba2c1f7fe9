import mongoose from 'mongoose';
import { Database } from './database';

/** Opens a database for a look before anything is started on it; close it by its connection. */
export async function connectDatabase(uri: string, dbName: string): Promise<Database> {
  const options = { dbName, serverSelectionTimeoutMS: 5000, autoCreate: false, autoIndex: false };
  return new Database(await mongoose.createConnection(uri, options).asPromise());
}
