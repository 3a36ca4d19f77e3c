import type { Denial, Finding } from './model.ts';
import { plain } from './plain.ts';
import type { SealedDenial } from './seal.ts';

/** A denial in text, for its owner's terminal. Everything in it is cleaned again: a journal may have been changed. */
export function formatDenial(denial: Denial | SealedDenial): string {
  const subject = 'subject' in denial ? denial.subject : (denial.caller?.subject ?? null);
  const where = 'path' in denial ? denial.path : denial.route;
  const lines = [
    `${denial.status}  ${denial.method} ${where}`,
    `state    ${denial.state}${denial.hidden ? ', hidden' : ''}`,
    `cause    ${denial.cause ?? 'none: the server could not judge'}`,
    `caller   ${subject ?? 'unknown'}${denial.address === null ? '' : ` from ${denial.address}`}`,
    `at       ${denial.at}`,
    `denial   ${denial.id}`,
    `because  ${denial.because}`,
    ...('omitted' in denial && denial.omitted !== undefined ? [`omitted  ${denial.omitted} others before it`] : []),
    ...('decision' in denial ? ['', ...tree(denial.decision, 0)] : []),
  ];
  return `${lines.map((line) => line.slice(0, line.search(/\S|$/)) + plain(line.trimStart(), 700)).join('\n')}\n`;
}

const SIGNS = {
  passed: 'passed ',
  failed: 'failed ',
  fault: 'fault  ',
  unasked: 'unasked',
  unknown: 'failed ',
} as const;

function tree(finding: Finding, depth: number): string[] {
  if (depth > 20) return [];
  const found = finding.found === undefined ? '' : `: ${finding.found}`;
  const line = `${'  '.repeat(depth)}${SIGNS[finding.state] ?? '?'} ${finding.kind} (${finding.demand})${found}`;
  return [line, ...(finding.branches ?? []).flatMap((branch) => tree(branch, depth + 1))];
}
