import { readTextInput } from '../arguments/read-input';
import { Mistake } from '../command-line/mistake.error';

/** The secret in a file, or on standard input for `-`, without the line end that editors and `echo` add. */
export async function readSecret(path: string): Promise<string> {
  const secret = (await readTextInput(path)).replace(/\r?\n$/, '');
  if (secret === '') {
    throw new Mistake(`${path === '-' ? 'Standard input' : `The file ${path}`} is empty; put the secret there.`);
  }
  return secret;
}
