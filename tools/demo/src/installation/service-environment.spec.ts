import { readSettings } from '@app/runtime/config/settings';
import { serviceEnvironment } from './service-environment';

describe('a service of the demo', () => {
  it('is told of the demo’s own database and of nothing else, and may write to this machine only', () => {
    const given = { mongodbUri: 'mongodb://127.0.0.1:1/?replicaSet=rs0', mongodbDatabase: 'demo', keyFile: 'keys' };
    const environment = serviceEnvironment(given);
    expect(readSettings(environment)).toEqual({
      ...given,
      logLevel: 'log',
      logTexts: false,
      healthPort: 0,
      healthHost: '127.0.0.1',
      httpHost: '127.0.0.1',
      mailLoopbackOnly: true,
      movableClock: true,
    });
    expect(Object.keys(environment)).toHaveLength(5);
  });
});
