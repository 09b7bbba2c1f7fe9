import type { ServiceName } from '@app/peers/installation/built-services';
import type { Random } from '../random';
import type { Crew } from '../stage/crew';
import type { Fault } from './fault';

/** SIGKILL for one of a service's instances; it is started again a moment later. */
export function killService(name: ServiceName, crew: Crew, random: Random): Fault {
  return {
    name: `${name} killed`,
    async strike() {
      const pid = await crew.kill(name, random);
      return `process ${pid}`;
    },
  };
}
