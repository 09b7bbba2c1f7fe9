import { readSettings, SettingsInvalid } from './settings';

const RIGHT = { MONGODB_URI: 'mongodb://user:hunter2@db.test/?replicaSet=rs0', KEY_FILE: './keys.json' };

describe('the settings', () => {
  it('are read with their defaults', () => {
    expect(readSettings(RIGHT)).toMatchObject({
      mongodbUri: RIGHT.MONGODB_URI,
      mongodbDatabase: 'sales_agent',
      logLevel: 'log',
      mailLoopbackOnly: false,
      movableClock: false,
    });
  });

  it('name every problem at once', () => {
    const problems = problemsOf({ MONGODB_URI: 'postgres://db', LOG_LEVEL: 'loud', MOVABLE_CLOCK: 'perhaps' });
    expect(problems).toEqual([
      expect.stringContaining('MONGODB_URI'),
      expect.stringContaining('KEY_FILE'),
      expect.stringContaining('LOG_LEVEL'),
      expect.stringContaining('MOVABLE_CLOCK'),
    ]);
  });

  it('never show what stands in them', () => {
    expect(problemsOf({ ...RIGHT, MONGODB_URI: 'hunter2' }).join()).not.toContain('hunter2');
  });
});

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    readSettings(environment);
    return [];
  } catch (error) {
    if (error instanceof SettingsInvalid) return error.problems;
    throw error;
  }
}
