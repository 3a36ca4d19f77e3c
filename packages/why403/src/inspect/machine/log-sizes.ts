/** How long the logs are before a request is sent: those that were named, and those of the servers behind its port. */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Exchange } from '@why403/core';
import { viewExchange } from '../shared/server-view.ts';
import type { ServerInput } from '../types.ts';
import { picturesBehind } from './picture.ts';

/** By full path. What stands behind that is written by this request, or beside it. */
export function logSizesBefore(exchange: Exchange, given: ServerInput): ReadonlyMap<string, number> {
  const named = [given.errorLog, given.accessLog].flatMap((log) => (log === undefined ? [] : [resolve(log)]));
  const found = picturesBehind(viewExchange(exchange).port).flatMap(({ logs }) => logs);
  const sizes = new Map<string, number>();
  for (const log of new Set([...found, ...named]))
    try {
      // one that is not there yet may be begun with this very refusal
      sizes.set(log, statSync(log, { throwIfNoEntry: false })?.size ?? 0);
    } catch {
      // the inspector says what is wrong with it
    }
  return sizes;
}
