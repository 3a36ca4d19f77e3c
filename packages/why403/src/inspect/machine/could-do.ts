/** Where no value can be read for this request: the few settings that are about a cause by their names, told as lines that could do it. */
import type { CauseId } from '@why403/core';
import type { ServerView } from '../shared/server-view.ts';
import type { Setting } from './settings.ts';
import { aboutCauses } from './terms.ts';

/** Most lines that are worth telling: of more, each says too little. */
const MOST = 3;
const CLEAR = 3;

export interface Candidate {
  readonly cause: CauseId;
  readonly setting: Setting;
}

/** The first of the few that are about each cause; those that name a part of the request's path before others. */
export function couldDo(settings: readonly Setting[], view: ServerView): readonly Candidate[] {
  const about = new Map<CauseId, Setting[]>();
  for (const setting of settings) {
    if (/^(?:off|false|no|none|0|)$/i.test(setting.values[0]?.text ?? '')) continue;
    for (const [cause, weight] of aboutCauses(setting.keys.slice(-2).join(' ')))
      if (weight === CLEAR) about.set(cause, [...(about.get(cause) ?? []), setting]);
  }
  const parts = view.rawPath.split('/').filter((part) => part.length > 2);
  const isNear = ({ values, keys }: Setting): boolean =>
    parts.some((part) => [...keys, ...values.map(({ text }) => text)].some((text) => text.includes(part)));
  return [...about].flatMap(([cause, all]) => {
    const near = all.filter(isNear);
    const told = near.length ? near : all;
    return told.length > MOST ? [] : [{ cause, setting: told[0]! }];
  });
}
