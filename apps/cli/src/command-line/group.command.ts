import { CommandRunner } from 'nest-commander';
import { Mistake } from './mistake.error';

/** A word that only groups commands: alone, or before a word it does not know, it says where to look. */
export abstract class GroupCommand extends CommandRunner {
  run([word]: string[]): Promise<void> {
    const group = this.command.name();
    const problem = word === undefined ? `Say what to do with "${group}"` : `There is no command "${group} ${word}"`;
    return Promise.reject(new Mistake(`${problem}; \`sales-agent ${group} --help\` shows what there is.`));
  }
}
