import type { ProgressReader } from '../progress-reader';
import { progressInWords } from '../text/progress-in-words';
import type { Screen } from '../text/screen';

/** Shows how every conversation got on in which something happened, those of others by their address; false when none did. */
export async function tellProgress(
  progress: ProgressReader,
  screen: Screen,
  own: string,
  operatorCommand: string,
): Promise<boolean> {
  const all = await progress.next();
  const isHandedOver = all.some(({ stage }) => stage === 'handed-over');
  screen.quiet(
    ...all.map((one) => `${one.address === own ? '' : `${one.address} · `}${progressInWords(one)}`),
    ...(isHandedOver ? [`${operatorCommand} TEXT writes as the operator`] : []),
  );
  return all.length > 0;
}
