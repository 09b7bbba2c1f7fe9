import { Closing } from './closing';

describe('the end of a demo', () => {
  it('closes what was opened last first, and goes on when something cannot be closed', async () => {
    const closed: string[] = [];
    const closing = new Closing();
    closing.last(() => void closed.push('farewell'));
    closing.add(() => void closed.push('database'));
    closing.add(() => Promise.reject(new Error('the mail server hangs')));
    closing.add(() => void closed.push('services'));

    expect(await closing.close()).toEqual(['the mail server hangs']);
    expect(closed).toEqual(['services', 'database', 'farewell']);
  });
});
