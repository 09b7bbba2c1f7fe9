import { failureOf } from './failure';
import { Mistake } from './mistake.error';

describe('a command that fails', () => {
  it('says in one line which settings are wrong, and that the operator can put them right', () => {
    const error = Object.assign(
      new Error('The settings are not right:\n  - MONGODB_URI must be\n  - KEY_FILE must be'),
      {
        code: 'SETTINGS_INVALID',
      },
    );
    expect(failureOf(error)).toEqual({
      line: 'The settings are not right: MONGODB_URI must be; KEY_FILE must be',
      exitCode: 2,
    });
  });

  it('ends with 2 for a mistake and with 1 for what nobody expected', () => {
    expect(failureOf(new Mistake('Name a command.'))).toEqual({ line: 'Name a command.', exitCode: 2 });
    expect(failureOf(new Error('broken\npipe'))).toEqual({ line: 'broken pipe', exitCode: 1 });
  });

  it('is no failure when the operator asked for help', () => {
    expect(failureOf(Object.assign(new Error('(outputHelp)'), { code: 'commander.helpDisplayed' })).exitCode).toBe(0);
  });
});
