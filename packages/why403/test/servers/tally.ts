import type { CauseId } from '@why403/core';
import { scenario } from './draw.ts';
import { investigated } from './investigated.ts';

export interface Row {
  readonly id: string;
  readonly told: string;
  readonly want: CauseId;
  readonly got: string | null;
  readonly certainty: string;
  readonly rank: number;
  readonly requests: number;
  readonly experiments: readonly string[];
}

export async function row(seed: number): Promise<Row> {
  const one = scenario(seed);
  const { verdict, causes, requestsSent, experiments } = await investigated(one);
  const { axes } = one;
  return {
    id: `${one.id} ${axes.session} ${axes.told}${axes.uniform ? ' uniform' : ''} ${axes.status} ${axes.stage} ${axes.reach} ${axes.method} ${axes.path}${one.as ? ' as' : ''}${one.working ? ' working' : ''}${axes.flaky ? ' flaky' : ''}`,
    told: axes.told,
    want: axes.cause,
    got: verdict.cause,
    certainty: verdict.certainty,
    rank: causes.findIndex(({ cause }) => cause === axes.cause),
    requests: requestsSent,
    experiments: experiments.map(({ changed, status, outcome }) => `${changed} → ${status} ${outcome}`),
  };
}

export function figures(rows: readonly Row[]): string {
  const good = ({ want, got }: Row): boolean => got === want;
  const share = (of: readonly Row[], is: (r: Row) => boolean): string =>
    `${((100 * of.filter(is).length) / Math.max(1, of.length)).toFixed(1)} %`;
  const proven = rows.filter(({ certainty }) => certainty === 'proven');
  const requests = rows.map((r) => r.requests).sort((a, b) => a - b);
  const lines = [
    `servers ${rows.length}: cause first ${share(rows, good)}, among three ${share(rows, ({ rank }) => rank >= 0 && rank < 3)}, among five ${share(rows, ({ rank }) => rank >= 0 && rank < 5)}; proven ${proven.length}, wrong ${proven.filter((r) => !good(r)).length}; requests, median ${requests[requests.length >> 1]}`,
  ];
  for (const told of ['nothing', 'status', 'code', 'sentence']) {
    const of = rows.filter((r) => r.told === told);
    lines.push(
      `  ${told}: first ${share(of, good)}, among three ${share(of, ({ rank }) => rank >= 0 && rank < 3)} of ${of.length}`,
    );
  }
  return lines.join('\n');
}
