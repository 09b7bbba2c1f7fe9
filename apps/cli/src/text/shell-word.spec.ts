import { execFileSync } from 'node:child_process';
import { shellWord } from './shell-word';

describe('a value in a command that the operator may copy', () => {
  it.each(['plain', 'email:a:<1@x> 0f', "it's", '$(touch /tmp/x)', '`id`; rm -rf ~', 'a\nb', ''])(
    '%j reaches the program as it is',
    (value) => {
      const said = execFileSync('sh', ['-c', `printf '%s' ${shellWord(value)}`], { encoding: 'utf8' });
      expect(said).toBe(value);
    },
  );
});
