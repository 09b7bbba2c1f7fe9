const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How long something lasts, in its two largest units: "2 d 4 h", "3 min 20 s", "12 s". */
export function durationInWords(ms: number): string {
  if (ms < MINUTE_MS) return `${String(Math.round(ms / SECOND_MS))} s`;
  if (ms < HOUR_MS) return inUnits(ms, [MINUTE_MS, 'min'], [SECOND_MS, 's']);
  if (ms < DAY_MS) return inUnits(ms, [HOUR_MS, 'h'], [MINUTE_MS, 'min']);
  return inUnits(ms, [DAY_MS, 'd'], [HOUR_MS, 'h']);
}

type Unit = readonly [ms: number, name: string];

function inUnits(ms: number, [large, largeName]: Unit, [small, smallName]: Unit): string {
  const whole = Math.floor(ms / large);
  const rest = Math.floor((ms % large) / small);
  return rest === 0 ? `${String(whole)} ${largeName}` : `${String(whole)} ${largeName} ${String(rest)} ${smallName}`;
}
