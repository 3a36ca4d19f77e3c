import {
  authenticated,
  type Guard,
  memoryJournal,
  type RateStore,
  type Requirement,
  rateLimit,
  role,
  session,
} from '../../src/index.ts';
import type { Reader } from '../../src/model.ts';

export interface Bare {
  readonly address: string;
  readonly sid?: string;
}
export const reader: Reader<Bare> = {
  name: 'bare',
  method: () => 'GET',
  target: () => '/',
  headers: (bare) => bare,
  header: (bare: Bare, name) => (name === 'cookie' && bare.sid !== undefined ? `sid=${bare.sid}` : undefined),
  peer: ({ address }) => address,
  secure: () => true,
  field: () => undefined,
  route: () => '/',
};
export const authenticate = session({ cookie: 'sid', find: (id) => ({ subject: id }) });
export const anyAddress = (at: number): string => `10.${at >> 16}.${(at >> 8) & 255}.${at & 255}`;
export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Twenty thousand strangers are refused at once. */
export async function flood(guard: Guard, count = 20_000, sid?: string): Promise<void> {
  for (let at = 0; at < count; at++) {
    const bare = sid === undefined ? { address: anyAddress(at) } : { address: anyAddress(at), sid };
    await guard.decide(reader, bare, sid === undefined ? authenticated() : role('admin'));
  }
}

/** Asks one after the other, and counts the answers by their status. */
export async function statuses(guard: Guard, requirement: Requirement, count: number): Promise<string> {
  const seen: Record<number, number> = {};
  for (let at = 0; at < count; at++) {
    const decision = await guard.decide(reader, { address: '10.0.0.1' }, requirement);
    const status = decision.allowed ? 200 : decision.answer.status;
    seen[status] = (seen[status] ?? 0) + 1;
  }
  return JSON.stringify(seen);
}

export const quiet = { onFault: () => undefined, journal: memoryJournal() };
export const limited = (store: RateStore, more: Partial<Parameters<typeof rateLimit>[0]> = {}) =>
  rateLimit({ limit: 5, windowSeconds: 600, store, ...more });
