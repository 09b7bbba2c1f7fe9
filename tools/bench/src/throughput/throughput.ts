import { percentile } from '../figures/percentile';
import { judged, tableOf } from '../figures/report-lines';

/** Letters a second, of the gateway with a backlog and of its SMTP client alone. */
export interface Throughput {
  readonly perSecond: number;
  readonly bare: number;
  /** The median share of the bare client's that the gateway reached right after it. */
  readonly ofBare: number;
}

export const LEAST_OF_BARE = 0.4;

export function throughputOf(rounds: readonly { readonly gateway: number; readonly bare: number }[]): Throughput {
  return {
    perSecond: percentile(
      rounds.map(({ gateway }) => gateway),
      0.5,
    ),
    bare: percentile(
      rounds.map(({ bare }) => bare),
      0.5,
    ),
    ofBare: percentile(
      rounds.map(({ gateway, bare }) => gateway / bare),
      0.5,
    ),
  };
}

export function reportThroughput({ perSecond: gateway, bare, ofBare }: Throughput): string {
  return tableOf('A backlog of one account, from its resumption to the last letter accepted by SMTP', [
    ['the gateway', `${gateway.toFixed(0)} letters a second`],
    ['its SMTP client with no database', `${bare.toFixed(0)} letters a second`],
    ['it reaches of that', judged(ofBare.toFixed(2), ofBare, { atLeast: LEAST_OF_BARE })],
  ]);
}
