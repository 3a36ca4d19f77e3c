import type { Route } from './route.ts';

/** Where an application carries routes that its adapter wrote down. */
export const ROUTES: unique symbol = Symbol.for('why403.guard.routes');

export interface Recorder {
  readonly [ROUTES]?: () => readonly Route[];
}
