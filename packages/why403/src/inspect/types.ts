import type { CauseId, Exchange, Request, ShellLine, Who } from '@why403/core';
import type { Change } from './apply/change.ts';
import type { Traced } from './machine/trace.ts';
import type { Process } from './shared/running.ts';

/** What the user said about the server's side on this machine; everything absent is looked for. */
export interface ServerInput {
  readonly config?: string;
  readonly errorLog?: string;
  readonly accessLog?: string;
  /** Document root. */
  readonly root?: string;
  /** User that the server's workers run as. */
  readonly worker?: string;
  /** Sizes in bytes of the logs before the request was sent: what stands behind them was written since. */
  readonly logSizes?: ReadonlyMap<string, number>;
  /** What the server's processes did while the request was answered. */
  readonly traced?: Traced;
  /** Programs whose configuration another inspector has evaluated: no guess at it is worth more. */
  readonly evaluated?: readonly string[];
}

/** The refused request as the server takes it, where its own configuration tells how (a link that it signs). */
export interface MendedRequest {
  readonly request: Request;
  /** What in it must not be told, beside what shows itself. */
  readonly secrets: readonly string[];
}

/** The least change on the server. */
export interface ServerFix {
  readonly who: Who;
  /** One sentence: what to change and why that is enough. */
  readonly text: string;
  /** Shell commands, in order, that carry the change out and make the server take it up. */
  readonly commands: readonly ShellLine[];
  /** What the change would open besides this request, each in words ("/backup/ to everyone"). */
  readonly opens: readonly string[];
  /**
   * What the commands change, as data, in order: `--apply` carries this out by itself, in place, and runs `reload`.
   * A fix without it can only be shown, not applied. Paths are absolute and no links.
   */
  readonly changes?: readonly Change[];
  /** Commands that make the server read its files again; also run after a roll-back. A part of `commands`. */
  readonly reload?: readonly ShellLine[];
  /** The request that passes without a change on the server. */
  readonly mended?: MendedRequest;
}

/** A line that was weighed for this request and came close to deciding it. */
export interface NearLine {
  /** One sentence: how it was weighed and why it did not decide. */
  readonly says: string;
  readonly quote: string;
  readonly location: { readonly file: string; readonly line?: number };
}

/** One fact from the server's side that speaks for or against a cause. */
export interface Finding {
  readonly cause: CauseId;
  readonly weight: 'proves' | 'suggests' | 'hints' | 'doubts' | 'excludes';
  /** Bits, where the weight's own do not fit. */
  readonly bits?: number;
  /** One sentence for the user: what was found. */
  readonly says: string;
  /** The user's own bytes: the config line, log line or `ls -l` row that says so. */
  readonly quote: string;
  readonly location?: { readonly file: string; readonly line?: number };
  readonly fixes: readonly ServerFix[];
  /** Id of the inspector. */
  readonly by: string;
}

export interface Inspection {
  readonly findings: readonly Finding[];
  /** What could not be seen or evaluated, each in one sentence ("/etc/nginx/private.conf: not readable by this user"). */
  readonly unseen: readonly string[];
  /** Lines that nearly decided, in the order in which the server weighed them. */
  readonly nearly?: readonly NearLine[];
  /** What was found that decides nothing by itself, each in one sentence. */
  readonly notes?: readonly string[];
  /** Paths of pages that hand a CSRF token out. */
  readonly tokenPages?: readonly string[];
}

/** A kind of server whose configuration, files and logs can be read on this machine. One file each in this folder. */
export interface Inspector {
  readonly id: string;
  readonly title: string;
  /** Names of its processes, as `/proc/PID/comm` has them: what listens on the request's port tells which kind answered. */
  readonly programs?: readonly string[];
  /** Whether a process of such a name runs with this configuration, where the name alone says too little (`java`). */
  readonly runsWith?: (process: Process, config: string) => boolean;
  /** It looks at servers of any kind: that it found nothing does not say that what was given is known. */
  readonly anyKind?: true;
  /** Running servers of this kind, or the one that `input` describes; empty where there is none. */
  find(input: ServerInput): Promise<readonly ServerInput[]>;
  /** Evaluates the configuration, files and logs for this one request. Never throws for a bad configuration: it says so in `unseen`. */
  inspect(exchange: Exchange, server: ServerInput): Promise<Inspection>;
}
