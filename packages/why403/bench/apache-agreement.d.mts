import type { judge } from '../src/inspect/apache/judge.ts';
import type { loadConfig } from '../src/inspect/apache/load.ts';
import type { splitServers } from '../src/inspect/apache/server.ts';
import type { readFromDisk } from '../src/inspect/shared/config-edit.ts';
import type { viewExchange } from '../src/inspect/shared/server-view.ts';
import type { startTrial } from '../src/inspect/shared/trial.ts';

/** Is there an Apache to ask? */
export function hasApache(): boolean;

/** One round of generated rules and requests, asked of Apache and of the evaluator. */
export function runRound(options: {
  readonly seed: number;
  readonly hosts: number;
  readonly requests: number;
  readonly api: {
    readonly loadConfig: typeof loadConfig;
    readonly splitServers: typeof splitServers;
    readonly judge: typeof judge;
    readonly viewExchange: typeof viewExchange;
    readonly startTrial: typeof startTrial;
    readonly readFromDisk: typeof readFromDisk;
  };
}): Promise<{
  readonly pairs: number;
  readonly sameStatus: number;
  readonly refusals: number;
  readonly differ: readonly unknown[];
  readonly folder: string;
  clean(): void;
}>;
