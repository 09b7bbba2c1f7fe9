import { ThreadedReader } from './readers/threaded-reader';

/** Mails that take other readers minutes, and large ones. */
const LARGE: readonly (readonly [what: string, unit: string, size: number])[] = [
  ['40 kB of quote marks', '>', 40_000],
  ['40 kB of "On … wrote" halves', 'On Mon, Jan 12, 2026 at 2:03 PM ', 40_000],
  ['5 MB of Russian', 'Добрый день, пришлите, пожалуйста, цену на 2026 год.\r\n', 5_000_000],
  ['5 MB of quotes', '> Добрый день, пришлите, пожалуйста, цену на 2026 год.\r\n', 5_000_000],
];

/** How long this project's reader takes for each, the best of three, as lines to print. */
export async function measureLargeMails(): Promise<readonly string[]> {
  const reader = new ThreadedReader('mail-text');
  const lines: string[] = [];
  for (const [what, unit, size] of LARGE) {
    const raw = Buffer.from(HEAD + unit.repeat(Math.ceil(size / Buffer.byteLength(unit))));
    const times: number[] = [];
    for (let run = 0; run < 3; run++) {
      const reading = await reader.read({ raw, signature: 'strip' });
      times.push(reading.type === 'read' ? reading.milliseconds : Infinity);
    }
    lines.push(`  ${what}: ${Math.min(...times).toFixed(0)} ms`);
  }
  await reader.stop();
  return lines;
}

const HEAD =
  'From: petr@ladya.example\r\nSubject: Re: Offer\r\nIn-Reply-To: <a@b>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nHello\r\n';
