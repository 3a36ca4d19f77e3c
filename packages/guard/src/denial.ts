import { clientAddress } from './address/client.ts';
import { blame, record, sentence } from './decision.ts';
import { knownCaller } from './identify.ts';
import type { Denial, Finding, Visit } from './model.ts';
import { plain, redactTarget } from './plain.ts';

/** The record of a refusal. Everything in it is bounded, cleaned and redacted, since parts came with the request. */
export function makeDenial(visit: Visit, finding: Finding, id: string, shadowed?: 'shadow'): Denial {
  const { reader, native } = visit;
  const { leaf, hidden } = blame(finding);
  const isFault = finding.state === 'fault';
  const caller = knownCaller(visit);
  const route = attempt(() => reader.route(native));
  const address = attempt(() => clientAddress(visit));
  return {
    id,
    at: new Date(visit.now).toISOString(),
    state: shadowed ?? (isFault ? 'fault' : 'refused'),
    status: isFault ? 503 : hidden ? 404 : (leaf.status ?? 403),
    cause: isFault ? null : (leaf.cause ?? 'policy-denied'),
    hidden: hidden && !isFault,
    method: plain(reader.method(native), 20),
    path: redactTarget(reader.target(native)),
    route: route === undefined ? null : plain(route, 200),
    caller:
      caller === undefined
        ? null
        : { subject: plain(caller.subject, 100), scheme: caller.scheme, tenant: caller.tenant ?? null },
    address: address === undefined ? null : plain(address, 60),
    because: sentence(finding),
    decision: record(finding),
  };
}

/** What a record would only like to know must not undo it. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
