/** A stretch of a day, in minutes after midnight, `to` excluded, and where it is named. */
export interface FoundHours {
  readonly from: number;
  readonly to: number;
  readonly index: number;
  readonly length: number;
}

const HOUR = String.raw`(?:[01]?\d|2[0-3])`;
const HALF = String.raw`(?: ?(?:am|pm|a\.m\.|p\.m\.|утра|дня|вечера|час(?:а|ов)?|ч)(?!\p{L}))`;
const CLOCK = String.raw`(?:${HOUR}:[0-5]\d${HALF}?|${HOUR}\.[0-5]\d(?= ?(?:мск|по |час|am|pm|-|до |to )))`;
/** A number alone is an hour only where nothing makes it a day, an amount or a part of a longer number. */
const BARE = String.raw`${HOUR}(?! ?(?!(?:мск|на|во|или|on|in|or|please|подойдет|works)(?!\p{L}))(?:\p{N}|\p{L}{2,}|%|[.:/]\d))`;
const TIME = String.raw`(?:${CLOCK}|${HOUR}${HALF}|${BARE}|noon|midday|полудня)`;
const BEGINNING = String.raw`(?:${TIME}|${HOUR}(?= ?(?:-|до |по |to |till |until |and |и )))`;
const DAY_END = 24 * 60;
const NOON = 12 * 60;

/** How a stretch is bounded by one or two times, the most telling first. */
const BOUNDED: readonly { readonly pattern: RegExp; readonly hours: (first: number, second: number) => Stretch }[] = [
  {
    pattern: words(String.raw`(?:с|от|from|between)? ?(${BEGINNING}) ?(?:-|до|по|to|till|until|and|и) ?(${TIME})`),
    hours: (from, to) => [from, to > from ? to : DAY_END],
  },
  {
    pattern: words(
      String.raw`(?:после|позже|не раньше|начиная с|с|after|from|past|later than|not before|any ?time after) (${TIME})`,
    ),
    hours: (from) => [from, DAY_END],
  },
  {
    pattern: words(String.raw`(?:до|не позже|раньше|before|until|till|by|no later than) (${TIME})`),
    hours: (to) => [0, to],
  },
  {
    pattern: words(String.raw`(?:в|к|на|около|at|around|about) (${TIME})`),
    hours: (at) => [at, at + 1],
  },
  { pattern: words(String.raw`(${TIME})`), hours: (at) => [at, at + 1] },
];

type Stretch = readonly [from: number, to: number];

/** Parts of the day that have a name. */
const NAMED: readonly (readonly [pattern: RegExp, stretch: Stretch])[] = [
  [words('(?:до обеда|в первой половине дня|before (?:noon|lunch|midday))'), [0, NOON]],
  [
    words('(?:после обеда|во второй половине дня|ближе к вечеру|after lunch|(?:in the |on the )?afternoon)'),
    [NOON, DAY_END],
  ],
  [words('(?:утром|с утра|(?:in the |on the )?morning)'), [0, NOON]],
  [words('(?:днем)'), [NOON, 17 * 60]],
  [words('(?:вечером|(?:in the |on the )?evening|tonight)'), [17 * 60, DAY_END]],
];

/** Finds the hours named in normalised text ("after 14:00", "at 3 pm", "с 10 до 12", "утром"). */
export function findHours(plain: string): FoundHours | undefined {
  return findBounded(plain) ?? findNamed(plain);
}

function findBounded(plain: string): FoundHours | undefined {
  for (const { pattern, hours } of BOUNDED) {
    const match = pattern.exec(plain);
    if (!match) continue;
    const times = match.slice(1);
    // "5" alone may be anything; "at 5" and "after 5" are told from a day by the day that stands beside them.
    if (/^\d+$/.test(match[0])) continue;
    const [from, to] = hours(...toStretch(times));
    if (from < DAY_END && to > from) return { from, to, index: match.index, length: match[0].length };
  }
  return undefined;
}

function findNamed(plain: string): FoundHours | undefined {
  for (const [pattern, [from, to]] of NAMED) {
    const match = pattern.exec(plain);
    if (match) return { from, to, index: match.index, length: match[0].length };
  }
  return undefined;
}

const HALF_OF = /am|pm|a\.m\.|p\.m\.|утра|дня|вечера/u;

/** "2 to 4 pm" begins in the afternoon, "10 to 2 pm" does not. */
function toStretch([first = '', second = '']: readonly string[]): Stretch {
  const to = toMinutes(second, '');
  const from = toMinutes(first, HALF_OF.exec(second)?.[0] ?? '');
  return [from < to ? from : toMinutes(first, ''), to];
}

function toMinutes(time: string, halfOfAnother: string): number {
  const [, hours, minutes = '0'] = /^(\d{1,2})(?:[:.](\d\d))?/.exec(time) ?? [];
  if (hours === undefined) return NOON;
  const hour = Number(hours);
  const half = HALF_OF.exec(time)?.[0] ?? halfOfAnother;
  // Nobody meets at three in the night: without a word on it the afternoon is meant.
  const isAfternoon = /^(?:p|дня|вечера)/u.test(half) ? hour < 12 : half === '' && hour >= 1 && hour <= 6;
  const isMidnight = half.startsWith('a') && hour === 12;
  return (isMidnight ? 0 : isAfternoon ? hour + 12 : hour) * 60 + Number(minutes);
}

function words(pattern: string): RegExp {
  return new RegExp(String.raw`(?<![\p{L}\p{N}]|[\p{N}][.,:/-])${pattern}(?![\p{L}\p{N}])`, 'u');
}
