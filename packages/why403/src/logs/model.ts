import type { CauseId } from '@why403/core';

/** Why a group of refusals was refused, as far as a log says so. Equal ones are the same object, so that they count as one. */
export interface Told {
  /** One cause where it is known, the likeliest first where several explain it alike. */
  readonly causes: readonly CauseId[];
  /** Whether a log or the format itself names the cause; candidates that follow from the request alone are not known. */
  readonly known: boolean;
  /** One sentence. */
  readonly says: string;
  /** Who says so: `nginx`, `Apache`, `ModSecurity`, ... or `request line`, where nothing but the request speaks. */
  readonly by: string;
  /** A rule's id or a zone's name, where the log tells it. */
  readonly detail?: string;
}

/** One request of an access log. */
export interface Entry {
  /** Seconds since the epoch of the clock as printed, without its zone: server logs of one machine agree in that alone. */
  readonly wall: number;
  readonly client: string;
  readonly method: string;
  /** Request target as logged, query included. */
  readonly target: string;
  readonly status: number;
  /** User name, empty where none was sent. */
  readonly user: string;
  readonly agent: string;
  /** Status of the application behind, `none` where the server answered by itself, undefined where the format does not tell. */
  readonly upstream?: number | 'none';
  /** What this very line tells about the cause. */
  readonly told?: Told;
}

/** One line of an error log that speaks of a refusal. */
export interface ErrorEntry {
  readonly wall: number;
  /** Empty where the line does not tell it. */
  readonly client: string;
  readonly method?: string;
  /** Request target, or the file's path where only that is known. */
  readonly target: string;
  /** Whether `target` is a path in the file system. */
  readonly file: boolean;
  readonly told: Told;
}

/** How refusals are found in the bytes of a log and read. */
export interface AccessFormat {
  readonly id: string;
  readonly title: string;
  /** Bytes that stand right before the status, or undefined where every line has to be read. */
  readonly before: string | undefined;
  /**
   * Reads the line `bytes[start, end)`; `hit` is where `before` was found in it.
   * Null: a line of this format, and no request or none that matters. Undefined: not a line of this format.
   */
  read(bytes: Buffer, start: number, end: number, hit: number): Entry | ErrorEntry | null | undefined;
}

export interface ErrorFormat {
  readonly id: string;
  readonly title: string;
  /** Whether a line begins like this format. */
  accepts(line: string): boolean;
  /** A reader of one file, line by line; it may keep state between lines. */
  reader(): (line: string) => ErrorEntry | undefined;
}

/** A problem with one of the files, in one sentence. */
export interface FileNote {
  readonly file: string;
  readonly says: string;
}

export interface TriageOptions {
  /** Statuses that count as refusals; 401 and 403 where absent. */
  readonly statuses?: readonly number[];
  /** A name (`combined`, `common`, `json`, `haproxy`), an nginx `log_format` string or an Apache `LogFormat` string. */
  readonly format?: string;
  /** Standard input, for the file name `-`. */
  readonly stdin?: AsyncIterable<Uint8Array | string>;
  /** How many rows of each table are kept in the result; 10 where absent. */
  readonly top?: number;
}

export interface Row {
  readonly key: string;
  readonly count: number;
  /** Share of all refusals, 0 to 1. */
  readonly share: number;
}

export interface CauseGroup extends Told {
  readonly count: number;
  readonly share: number;
  readonly paths: readonly Row[];
  readonly clients: readonly Row[];
}

/** What the logs say about their refusals. Plain JSON. */
export interface Triage {
  readonly schema: 'why403/logs/1';
  readonly statuses: readonly number[];
  readonly refusals: number;
  /** Refusals whose cause is known. */
  readonly known: number;
  /** Lines of the access logs; exact for the first 16 MiB of a file, beyond that by the length of the lines seen. */
  readonly lines: { readonly count: number; readonly exact: boolean };
  /** Clock of the logs, `2026-01-31 23:59:00`, without a zone; null where no refusal has a time. */
  readonly from: string | null;
  readonly to: string | null;
  readonly files: readonly { readonly file: string; readonly kind: 'access' | 'error'; readonly format: string }[];
  readonly causes: readonly CauseGroup[];
  readonly paths: readonly (Row & { readonly cause: string })[];
  readonly clients: readonly (Row & { readonly cause: string })[];
  readonly byStatus: readonly Row[];
  /** Refusals over time: equal steps of `seconds`, steps without any left out. */
  readonly times: {
    readonly seconds: number;
    readonly steps: readonly { readonly at: string; readonly count: number }[];
  };
  readonly notes: readonly FileNote[];
  /** Where counts are not exact because there were too many different paths or clients: how many refusals stand in no row. */
  readonly uncounted: { readonly paths: number; readonly clients: number };
}

/** One refusal, as `--follow` tells it. */
export interface Refusal extends Entry {
  readonly pattern: string;
  readonly why: Told;
}
