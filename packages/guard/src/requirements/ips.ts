import { clientAddress } from '../address/client.ts';
import { compileRanges } from '../address/ranges.ts';
import { type Outcome, PASSED, type Requirement, type Visit } from '../model.ts';
import { checkOptions, options, texts } from '../options.ts';

/**
 * Demands that the client's address is in a list of addresses and CIDR ranges. An address that cannot be told is in
 * no list.
 * @throws {GuardError} `address-range` where an entry cannot be read.
 */
export function allowIps(...entries: readonly string[]): Requirement<false> {
  return listed('allowIps', entries, true);
}

/**
 * Demands that the client's address is in none of the ranges. An address that cannot be told is refused as well.
 * @throws {GuardError} `address-range` where an entry cannot be read.
 */
export function denyIps(...entries: readonly string[]): Requirement<false> {
  return listed('denyIps', entries, false);
}

const OPTIONS = options({ ranges: texts });

function listed(kind: string, entries: readonly string[], wanted: boolean): Requirement<false> {
  checkOptions(kind, OPTIONS, { ranges: entries });
  const contains = compileRanges(entries, { of: kind, name: 'ranges' });
  const demand = `an address ${wanted ? 'in' : 'outside of'} ${entries.length} range${entries.length === 1 ? '' : 's'}`;

  function check(visit: Visit): Outcome {
    const address = clientAddress(visit);
    const inside = address === undefined ? undefined : contains(address);
    if (inside === wanted) return PASSED;
    const where = inside === undefined ? 'cannot be told' : inside ? 'is in the list' : 'is not in the list';
    const found = `the client's address ${address ?? ''} ${where}`.replace('  ', ' ');
    const state = inside === undefined ? 'unknown' : 'failed';
    return { state, kind, demand, found, cause: 'ip-refused', near: 0.3 };
  }
  // A list of all addresses of a version lets strangers in, and only one of all addresses shuts all of them out.
  const { isAll4, isAll6 } = contains;
  const [inside, outside] = [isAll4 || isAll6, !(isAll4 && isAll6)];
  const [admitsAnyone, negationAdmits] = wanted ? [inside, outside] : [outside, inside];
  return { kind, demand, knows: false, asksCaller: false, admitsAnyone, negationAdmits, check };
}
