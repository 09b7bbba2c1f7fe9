import { compared, figuresOf, type QueueFigures } from './figures';
import { reportJobs } from './report';

const OURS: QueueFigures = { name: 'ours', perSecond: 5000, pickupP50Ms: 4, serverMsPerJob: 0.1 };
const AGENDA: QueueFigures = { name: 'Agenda', perSecond: 500, pickupP50Ms: 20, serverMsPerJob: 1 };

describe('what is reported of a queue', () => {
  it('is the median of its rounds and of its pick-ups, and the server’s time for each job', () => {
    const measured = { name: 'ours', roundMs: [100, 200, 900], serverMs: 300, pickUpMs: [3, 1, 2] };
    expect(figuresOf(measured)).toEqual({ name: 'ours', perSecond: 5000, pickupP50Ms: 2, serverMsPerJob: 0.1 });
  });

  it('is set beside each of the others that ran', () => {
    expect(compared(OURS, [AGENDA])).toMatchObject({ perSecond: 5000, overAgenda: 10, overGraphile: null });
  });

  it('says of each target whether it holds, does not, or was not measured', () => {
    const said = reportJobs(compared({ ...OURS, pickupP50Ms: 40 }, [AGENDA]));
    expect(said).toContain('10.00 times  (at least 5: holds)');
    expect(said).toContain('2.00 times  (at most 1: DOES NOT HOLD)');
    expect(said).toMatch(/jobs a second over graphile-worker’s +not measured/);
  });
});
