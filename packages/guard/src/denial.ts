import { clientAddress } from './address/client.ts';
import { CAUSES } from './cause.ts';
import { blame, record, sentence } from './decision.ts';
import { echoesOf } from './echoes.ts';
import { knownCaller } from './identify.ts';
import type { Denial, Finding, Visit } from './model.ts';
import { nameLine, plain, redactTarget } from './plain.ts';

/** A requirement of an author's own may name anything; it stands in a header. */
const KNOWN: ReadonlySet<unknown> = new Set(CAUSES);

/** What a refusal comes to: what an answer needs of its record. */
export function verdictOf(finding: Finding): Pick<Denial, 'state' | 'status' | 'cause' | 'hidden'> {
  const { leaf, hidden } = blame(finding);
  if (finding.state === 'fault') return { state: 'fault', status: 503, cause: null, hidden: false };
  return {
    state: 'refused',
    status: hidden ? 404 : (leaf.status ?? 403),
    cause: leaf.cause !== undefined && KNOWN.has(leaf.cause) ? leaf.cause : 'policy-denied',
    hidden,
  };
}

/** The record of a refusal. Everything in it is bounded, cleaned and redacted, since parts came with the request. */
export function makeDenial(visit: Visit, finding: Finding, id: string, shadowed?: 'shadow'): Denial {
  const { reader, native } = visit;
  const verdict = verdictOf(finding);
  const caller = knownCaller(visit);
  const route = attempt(() => reader.route(native));
  const address = attempt(() => clientAddress(visit));
  const hide = echoesOf(visit);
  return {
    id,
    at: new Date(visit.now).toISOString(),
    ...verdict,
    ...(shadowed === undefined ? {} : { state: shadowed }),
    method: plain(reader.method(native), 20),
    path: redactTarget(reader.target(native)),
    route: route === undefined ? null : plain(route, 200),
    caller:
      caller === undefined
        ? null
        : { subject: nameLine(caller.subject, 100), scheme: plain(caller.scheme, 60), tenant: tenantOf(caller.tenant) },
    address: address === undefined ? null : plain(address, 60),
    because: sentence(finding, hide),
    decision: record(finding, hide),
  };
}

/** Of an authenticator of the author's own it may be anything. */
function tenantOf(tenant: unknown): string | null {
  return tenant === undefined || tenant === null ? null : nameLine(String(tenant), 100);
}

/** What a record would only like to know must not undo it. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
