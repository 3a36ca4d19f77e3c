// Requests that passed, kept to hold a refused one against: the last ones of each path, bounded in number and size.
import type { Imported } from '@why403/core';

export interface Passed {
  add(imported: Imported): void;
  readonly all: () => readonly Imported[];
}

/** How many are kept for one path, and characters of all. */
const MOST_ALIKE = 2;
const MOST_KEPT = 32 * 1024 * 1024;
/** An answer that let the request through is looked at no further than this. */
const MOST_ANSWER = 4096;

export function createPassed(): Passed {
  const kept = new Map<string, Imported[]>();
  let size = 0;
  return {
    add(imported) {
      const slim = withoutBody(imported);
      const { method, url, headers, body } = slim.exchange.request;
      size += headers.reduce((sum, [name, value]) => sum + name.length + value.length, url.length);
      size += (body?.text.length ?? 0) + (slim.exchange.response?.body?.text.length ?? 0);
      if (size > MOST_KEPT) return;
      const key = `${method} ${url.split(/[?#]/, 1)[0]}`;
      const alike = kept.get(key) ?? [];
      kept.set(key, [...alike.slice(1 - MOST_ALIKE), slim]);
    },
    all: () => [...kept.values()].flat(),
  };
}

function withoutBody(imported: Imported): Imported {
  const { response } = imported.exchange;
  if (!response?.body || response.body.text.length <= MOST_ANSWER) return imported;
  const { body, ...rest } = response;
  const cut = { text: body.text.slice(0, MOST_ANSWER), cutFrom: body.text.length };
  return { ...imported, exchange: { ...imported.exchange, response: { ...rest, body: cut } } };
}
