import { mongo } from 'mongoose';

/** Gives one node an administrator's command. What becomes of the connection is left aside: the command may end the node. */
export async function commandTo(uri: string, command: mongo.Document): Promise<void> {
  const client = new mongo.MongoClient(uri, { serverSelectionTimeoutMS: 2_000, socketTimeoutMS: 20_000 });
  try {
    await client.db('admin').command(command);
  } catch (error) {
    if (!(error instanceof mongo.MongoNetworkError || error instanceof mongo.MongoServerSelectionError)) throw error;
  } finally {
    await client.close();
  }
}
