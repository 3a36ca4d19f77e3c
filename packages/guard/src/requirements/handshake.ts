import { PASSED, type Requirement } from '../model.ts';
import { originFault } from './origin.ts';

/**
 * Demands that a handshake comes from a page of an allowed origin, or from no page: a browser sends its cookies with a
 * handshake to any server, whatever page asks for it (RFC 6455 §10.2).
 */
export function handshake(allowed: ReadonlySet<string>): Requirement<false> {
  const demand = 'a page of an allowed origin';
  return {
    kind: 'origin',
    demand,
    knows: false,
    asksCaller: false,
    admitsAnyone: true,
    negationAdmits: true,
    check(visit) {
      const found = originFault(visit, allowed);
      if (found === undefined) return PASSED;
      return { state: 'failed', kind: 'origin', demand, found, cause: 'origin-rejected', near: 0.7 };
    },
  };
}
