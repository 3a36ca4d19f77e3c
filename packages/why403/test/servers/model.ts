import type { CauseId } from '@why403/core';

/** Kinds of software: what is fitted on some is told on the one left out. */
export type Family = 'static' | 'api' | 'app' | 'gateway' | 'storage';
export type SessionKind = 'none' | 'cookie' | 'bearer' | 'jwt' | 'basic' | 'key-header' | 'key-query' | 'signed';
/** How much a refusal says. */
export type Told = 'nothing' | 'status' | 'code' | 'sentence';

export interface Axes {
  readonly cause: CauseId;
  readonly family: Family;
  readonly session: SessionKind;
  readonly told: Told;
  /** The cause is checked before it is known who calls, or after. */
  readonly stage: 'before' | 'after';
  /** The cause is checked for one path, for all below a folder, or for everything. */
  readonly reach: 'path' | 'folder' | 'site';
  /** Every refusal has the same number and words, or each its own. */
  readonly uniform: boolean;
  /** The number of the refusal. */
  readonly status: number;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** What the caller may do is checked for what changes something only. */
  readonly writesOnly: boolean;
  /** Where the refused request asks. */
  readonly path: string;
  readonly root: 'page' | 'list' | 'absent';
  readonly health: boolean;
  readonly cors: boolean;
  readonly noHead: boolean;
  readonly requestIds: boolean;
  /** Whoever the caller is, so many requests pass before a limit of another kind. */
  readonly limit: number;
  /** One answer in so many is an error of the server's own; 0 for none. */
  readonly flaky: number;
}

/** What a server sees of a request. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly rawQuery: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Scenario {
  readonly id: string;
  readonly axes: Axes;
  /** The words after `curl`; {origin} stands for the server's. */
  readonly request: readonly string[];
  readonly working?: readonly string[];
  /** `Name: value`, of somebody who may. */
  readonly as?: string;
  /** A new server's way to answer: it may count. */
  readonly handler: () => (asked: Asked) => Reply;
}
