const CLOCK =
  /(?<![\p{N}.,])(?<hour>[01]?\d|2[0-3])(?::|\.(?=\d\d ?(?:мск|по |час|am|pm)))(?<minute>[0-5]\d)(?: ?(?<half>am|pm|a\.m\.|p\.m\.|утра|дня|вечера))?(?![\p{N}.])/u;
const HOUR = /(?<![\p{N}.,])(?<hour>\d{1,2}) ?(?<half>am|pm|a\.m\.|p\.m\.|утра|дня|вечера|час(?:а|ов)?|ч)(?!\p{L})/u;
const BARE_HOUR = /(?<=(?:^|\s)(?:в|к|at) )(?<hour>[01]?\d|2[0-3])(?= ?(?:$|[,;!?)]|\.(?!\d)|мск|по (?:мск|москве)))/u;

/** Finds the time of day named in normalised text ("в 15:00", "at 3 pm"), as minutes after midnight. */
export function findTimeOfDay(plain: string): number | undefined {
  const groups = (CLOCK.exec(plain) ?? HOUR.exec(plain) ?? BARE_HOUR.exec(plain))?.groups;
  if (!groups) return undefined;
  const hour = Number(groups['hour']);
  const half = groups['half'] ?? '';
  const isAfternoon = /^(?:p|дня|вечера)/u.test(half) && hour < 12;
  const isMidnight = half.startsWith('a') && hour === 12;
  const minutes = (isMidnight ? 0 : isAfternoon ? hour + 12 : hour) * 60 + Number(groups['minute'] ?? 0);
  return minutes < 24 * 60 ? minutes : undefined;
}
