import { isLoopback } from './loopback';

describe('an installation that may write to nobody outside', () => {
  it.each(['localhost', 'LOCALHOST', '127.0.0.1', '127.8.9.1', '::1'])('uses a server at %s', (host) => {
    expect(isLoopback(host)).toBe(true);
  });

  it.each(['smtp.example.com', '127.0.0.1.example.com', 'localhost.example.com', '10.0.0.1', '0.0.0.0', ''])(
    'refuses one at "%s"',
    (host) => {
      expect(isLoopback(host)).toBe(false);
    },
  );
});
