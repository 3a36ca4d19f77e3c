import type { Denial, Disclosure, Finding } from '../model.ts';
import { plain } from '../plain.ts';
import { titleOf } from './title.ts';

/** Where the causes are described. `type` of a refusal is this and the cause's id. */
export const CAUSE_BASE = 'https://why403.dev/causes/';

/** The problem document of a refusal (RFC 9457). `docs/guard.md` describes it for those who read it. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly cause?: string;
  readonly denial: string;
  readonly required?: Readonly<Record<string, unknown>>;
  readonly decision?: Finding;
  readonly sealed?: string;
}

/** What is told of a denial; its sentence and its tree only where they are at hand, and may be told. */
export type Verdict = Pick<Denial, 'id' | 'status' | 'state' | 'cause' | 'hidden'> &
  Partial<Pick<Denial, 'because' | 'decision'>>;

/** What a document is made of. */
export interface Told {
  readonly denial: Verdict;
  readonly leaf: Finding;
  readonly disclose: Disclosure;
  readonly sealed: string | undefined;
}

/**
 * Says as much as may be told. Of what is hidden, of an absent object and of a fault of the server nothing is told at
 * any disclosure but the denial's id.
 */
export function makeProblem({ denial, leaf, disclose, sealed }: Told): Problem {
  const { status, id } = denial;
  const cause = disclose === 'none' || denial.hidden || denial.state === 'fault' ? null : denial.cause;
  const base = {
    type: cause === null ? 'about:blank' : `${CAUSE_BASE}${cause}`,
    title: titleOf(status, cause),
    status,
  };
  const end = { denial: id, ...(sealed === undefined ? {} : { sealed }) };
  if (cause === null) return { ...base, ...end };
  const told = (leaf.tells ?? []).filter((one) => one.from === 'hint' || disclose === 'full');
  const required =
    told.length === 0 ? {} : { required: Object.fromEntries(told.map((one) => [one.name, tidy(one.value)])) };
  if (disclose !== 'full') {
    return { ...base, ...(leaf.says === undefined ? {} : { detail: leaf.says }), cause, ...required, ...end };
  }
  const { because, decision } = denial;
  const detail = because === undefined ? {} : { detail: because };
  return { ...base, ...detail, cause, ...required, ...(decision === undefined ? {} : { decision }), ...end };
}

/** An author's own words come as safe to show as everything else. */
function tidy(value: unknown): unknown {
  return typeof value === 'string' ? plain(value) : value;
}
