import { readTextInput } from '../arguments/read-input';
import { Mistake } from '../command-line/mistake.error';

/** The password in a file, or on standard input for `-`, without the line end that editors and `echo` add. */
export async function readPassword(path: string): Promise<string> {
  const password = (await readTextInput(path)).replace(/\r?\n$/, '');
  if (password === '') {
    throw new Mistake(`${path === '-' ? 'Standard input' : `The file ${path}`} is empty; put the password there.`);
  }
  return password;
}
