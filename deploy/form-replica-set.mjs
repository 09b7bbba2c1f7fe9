import { setTimeout as sleep } from 'node:timers/promises';
import mongoose from 'mongoose';

const { MongoClient, MongoServerError } = mongoose.mongo;

const PRIMARY_LIMIT_MS = 60_000;

/**
 * Makes the mongod on this machine a replica set of one node under the name others reach it by, and its owner the first
 * user; the owner's address. What stands already stays as it is.
 */
export async function formReplicaSet(host, password) {
  const port = host.split(':')[1];
  const here = `127.0.0.1:${port}`;
  const ownerUri = `mongodb://owner:${encodeURIComponent(password)}@${here}/?directConnection=true&authSource=admin`;
  if (await logsIn(ownerUri)) return ownerUri;

  // Until there is a user, whoever comes from this machine may make the first one, and form the set before that.
  const client = await MongoClient.connect(`mongodb://${here}/?directConnection=true`);
  try {
    const admin = client.db('admin');
    await admin
      .command({ replSetInitiate: { _id: 'rs0', members: [{ _id: 0, host }] } })
      .catch(unlessCode('AlreadyInitialized', 'Unauthorized'));
    await untilPrimary(admin);
    await admin.command({ createUser: 'owner', pwd: password, roles: ['root'] });
  } catch (error) {
    if (!(error instanceof MongoServerError) || error.codeName !== 'Unauthorized') throw error;
    throw new Error('MongoDB has an owner whose password is not MONGODB_OWNER_PASSWORD; put the right one into .env.');
  } finally {
    await client.close();
  }
  return ownerUri;
}

async function logsIn(uri) {
  const client = new MongoClient(uri);
  try {
    const { setName } = await (await client.connect()).db('admin').command({ hello: 1 });
    return setName !== undefined;
  } catch (error) {
    if (error instanceof MongoServerError) return false;
    throw error;
  } finally {
    await client.close();
  }
}

function unlessCode(...names) {
  return (error) => {
    if (!names.includes(error.codeName)) throw error;
  };
}

async function untilPrimary(admin) {
  const giveUpAt = performance.now() + PRIMARY_LIMIT_MS;
  for (;;) {
    if ((await admin.command({ hello: 1 })).isWritablePrimary) return;
    if (performance.now() > giveUpAt) throw new Error('The replica set elected no primary within a minute.');
    await sleep(100);
  }
}
