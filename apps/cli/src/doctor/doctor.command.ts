import { Command } from 'nest-commander';
import type { Answer } from '../command-line/answer';
import { AnsweringCommand } from '../command-line/answering.command';
import type * as Examining from './examine';
import type { Finding } from './finding';

@Command({ name: 'doctor', description: 'examine everything the services need, and say what to do' })
export class DoctorCommand extends AnsweringCommand {
  protected async answer(): Promise<Answer> {
    const findings = await loadExamining().examineHere();
    const isWrong = findings.some(({ state }) => state === 'wrong');
    return { text: findings.map(inWords).join('\n'), json: findings, ...(isWrong ? { exitCode: 1 } : {}) };
  }
}

function inWords({ name, state, said }: Finding): string {
  return `${state.padEnd(7)}  ${name}: ${said.trim().replace(/\s*\n\s*/g, ' ')}`;
}

/** Only this command needs all that. */
function loadExamining(): typeof Examining {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- `import()` would have to name a built file
  return require('./examine') as typeof Examining;
}
