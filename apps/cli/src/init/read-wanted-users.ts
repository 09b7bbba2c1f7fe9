import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { SERVICES } from '@app/persistence/rights/service-role';
import { readSecret } from '../account/read-secret';
import { codeOf } from '../command-line/code-of';
import { Mistake } from '../command-line/mistake.error';
import type { WantedUser } from './grant-users';

export interface UserOptions {
  readonly passwords?: string;
  readonly llmHostUser?: string;
  readonly llmHostPasswordFile?: string;
}

/** The users the operator wants: one for each file of the folder that bears a service's name, and a GPU host's by its own. */
export async function readWantedUsers(options: UserOptions): Promise<readonly WantedUser[]> {
  const named = options.passwords === undefined ? [] : await usersIn(options.passwords);
  return [...named, ...(await hostIn(options))];
}

async function usersIn(folder: string): Promise<WantedUser[]> {
  const files = await filesIn(folder);
  const services = SERVICES.filter((service) => files.includes(service));
  if (services.length === 0) {
    throw new Mistake(`${folder} holds no password; put one into a file for each of ${SERVICES.join(', ')}.`);
  }
  return Promise.all(
    services.map(async (name) => ({ service: name, name, password: await readSecret(join(folder, name)) })),
  );
}

async function filesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (cause) {
    throw new Mistake(`The folder ${folder} cannot be read (${codeOf(cause)}); name the one with the passwords.`, {
      cause,
    });
  }
}

async function hostIn({ llmHostUser, llmHostPasswordFile }: UserOptions): Promise<WantedUser[]> {
  if (llmHostUser === undefined && llmHostPasswordFile === undefined) return [];
  if (llmHostUser === undefined || llmHostPasswordFile === undefined) {
    throw new Mistake('A GPU host’s user takes --llm-host-user and --llm-host-password-file; give both.');
  }
  return [{ service: 'llm-host', name: llmHostUser, password: await readSecret(llmHostPasswordFile) }];
}
