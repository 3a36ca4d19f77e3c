// SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html
import { createHash } from 'node:crypto';
import { isAbsolute, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { VERSION } from '../version.ts';
import type { Finding } from './model.ts';
import { RULES } from './rules.ts';

/** A line of a file that a finding's quote stands on, where that is known. */
export type LineOf = (finding: Finding) => number | undefined;

/** Findings as a SARIF log with one run. */
export function renderSarif(findings: readonly Finding[], lineOf: LineOf = () => undefined): object {
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'why403 lint',
            version: VERSION,
            semanticVersion: VERSION,
            rules: RULES.map(({ id, title, level, reference, mend }) => ({
              id,
              shortDescription: { text: `${title}.` },
              fullDescription: { text: `${title} (${reference.title}).` },
              help: { text: mend },
              helpUri: reference.url,
              defaultConfiguration: { level },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => {
          const place = uriOf(finding);
          const entry = finding.source?.entry;
          const name = entry === undefined ? finding.at.part : `log.entries[${entry}].${finding.at.part}`;
          return {
            ruleId: finding.rule,
            ruleIndex: RULES.findIndex(({ id }) => id === finding.rule),
            level: finding.level,
            message: {
              text: `${finding.says} ${finding.mend} (${finding.reference.title}; ${finding.request.method} ${finding.request.url}: ${finding.status})`,
            },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: place },
                  region: {
                    startLine: lineOf(finding) ?? 1,
                    ...(finding.quote && { snippet: { text: finding.quote } }),
                  },
                },
                logicalLocations: [{ fullyQualifiedName: name, ...(entry !== undefined && { kind: 'object' }) }],
              },
            ],
            partialFingerprints: { 'why403/v1': fingerprint(finding) },
          };
        }),
      },
    ],
  };
}

function uriOf(finding: Finding): string {
  const name = finding.source?.name;
  if (name === undefined || name === 'standard input') return encodeURI(finding.request.url);
  // relative where it lies below the working directory: what code scanning shows beside the source
  const near = relative(process.cwd(), name);
  if (near.startsWith('..') || isAbsolute(near)) return pathToFileURL(name).href;
  return near.split(/[\\/]/).map(encodeURIComponent).join('/');
}

// The same finding keeps its name from run to run: of what was asked, not of ids and times in the answer.
function fingerprint({ rule, request, status, at }: Finding): string {
  const what = [rule, request.method, request.url, status, at.in, at.header ?? ''].join('\n');
  return createHash('sha256').update(what).digest('hex').slice(0, 32);
}
