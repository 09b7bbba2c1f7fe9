import type { Random } from '../random';
import type { Stage } from '../stage/stage';
import { cutNetwork } from './cut-network';
import { fillDisk } from './fill-disk';
import { jumpClock } from './jump-clock';
import { killPrimary } from './kill-primary';
import { killService } from './kill-service';
import { slowNetwork } from './slow-network';
import { stepDown } from './step-down';
import type { Lane } from './storm';

/** All that goes wrong. */
export function lanesOf({ crew, mongodb, small, network, time }: Stage, chance: Random): readonly Lane[] {
  const [processes, database, wires, clock] = [chance.branch(), chance.branch(), chance.branch(), chance.branch()];
  return [
    {
      random: processes,
      rest: { least: 500, most: 3_000 },
      faults: [
        killService('sales-brain', crew, processes),
        killService('mail-gateway', crew, processes),
        killService('tg-gateway', crew, processes),
      ],
    },
    {
      random: database,
      rest: { least: 1_000, most: 4_000 },
      faults: [
        stepDown(mongodb),
        killPrimary(mongodb, database),
        ...(small ? [fillDisk(mongodb, small, database)] : []),
      ],
    },
    {
      random: wires,
      rest: { least: 200, most: 1_500 },
      faults: network.routes().flatMap((route) => [cutNetwork(route, wires), slowNetwork(route, wires)]),
    },
    { random: clock, rest: { least: 4_000, most: 15_000 }, faults: [jumpClock(time, clock)] },
  ];
}
