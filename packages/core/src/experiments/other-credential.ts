import { credentialsOf } from '../model/case.ts';
import type { Case } from '../model/cause.ts';
import { type Change, turnOf } from '../model/change.ts';
import { compareTokens } from '../model/compare-tokens.ts';
import type { Experiment, Material, Variation } from '../model/experiment.ts';
import { recorded } from '../model/recorded.ts';
import { sameSecret } from '../model/secret.ts';
import { withoutCredentials } from '../model/strip.ts';
import { ALIKE, odds, PASSES, withHeader } from '../model/vary.ts';

const STRONG = /admin|root|super|owner|full|write|staff|chief|manager|editor|all/i;

const experiment: Experiment = {
  id: 'other-credential',
  asks: 'Does the same request pass with another credential that you gave with --as?',
  vary(c, material, causes) {
    return material.credentials.flatMap(({ name, header }): Variation[] => {
      const [field, value] = header;
      const lower = field.toLowerCase();
      const sent = c.exchange.request.headers.find(([n]) => n.toLowerCase() === lower);
      if (sent && sameValue(lower, sent[1], value)) return [];
      const bare = lower === 'cookie' ? c.exchange.request : withoutCredentials(c.exchange.request, credentialsOf(c));
      const request = withHeader(bare, field, lower === 'cookie' ? mergeCookies(sent?.[1], value) : value);
      return [
        {
          experiment: 'other-credential',
          changed: `with the credential "${name}"`,
          request,
          expects: recorded(
            'other-credential',
            c,
            odds({
              'credentials-missing': PASSES,
              'credentials-malformed': PASSES,
              'credentials-expired': PASSES,
              'credentials-invalid': PASSES,
              'scope-insufficient': [0.6, 0.3, 0.1],
              'role-missing': STRONG.test(name) ? [0.92, 0.03, 0.05] : [0.5, 0.4, 0.1],
              'not-owner': [0.6, 0.35, 0.05],
              'policy-denied': [0.3, 0.65, 0.05],
              'step-up-required': [0.3, 0.65, 0.05],
              'feature-unavailable': [0.2, 0.75, 0.05],
              'csrf-invalid': [0.1, 0.8, 0.1],
              'rate-limited': [0.5, 0.45, 0.05],
              'object-hidden': [0.4, 0.5, 0.1],
              'proxy-refused': lower === 'proxy-authorization' ? PASSES : ALIKE,
            }),
          ),
          turn: turnOf(changesOf(c, material, { field: lower, name, sent: sent?.[1], value }), causes),
          settles: true,
          given: true,
          fix: `send it with the credential "${name}"`,
        },
      ];
    });
  },
};

/** A credential that was given, and what was sent in its place. */
interface Other {
  readonly field: string;
  readonly name: string;
  readonly sent: string | undefined;
  readonly value: string;
}

/** In what the other credential differs, by what was sent and how the server took it. */
function changesOf(c: Case, material: Material, { field, name, sent, value }: Other): readonly Change[] {
  const credentials = credentialsOf(c).filter(({ fact }) => fact.kind !== 'client-certificate');
  if (!credentials.length || (field === 'proxy-authorization' && sent === undefined)) return ['credential-absent'];
  if (field === 'proxy-authorization') return ['proxy-credential-other'];
  // the same secret under another name or scheme word
  if (credentials.some(({ fact }) => sameSecret(fact.value, value))) return ['credential-spelling'];
  const tokens = compareTokens(sent, value, c.exchange);
  if (tokens.length) return [...tokens, 'credential-other'];
  const known = wasKnown(material);
  if (known === false && credentials.some(({ fact }) => fact.problems.length))
    return ['credential-with-problem', 'credential-other'];
  return known === true && STRONG.test(name) ? ['stronger-credential', 'credential-other'] : ['credential-other'];
}

/** Whether the server took the credential for somebody's: it answers otherwise without it, or to a broken one. */
function wasKnown(material: Material): boolean | undefined {
  const broken = material.seen.find(({ variation }) => variation.experiment === 'broken-credentials')?.outcome;
  if (broken === 'refused-otherwise') return true;
  if (broken === 'refused-alike') return false;
  return undefined;
}

function sameValue(field: string, sent: string, other: string): boolean {
  if (field !== 'cookie') return sent.trim() === other.trim();
  const pairs = new Set(sent.split(/;\s*/));
  return other.split(/;\s*/).every((pair) => pairs.has(pair));
}

function mergeCookies(sent: string | undefined, other: string): string {
  const names = new Set(other.split(/;\s*/).map((pair) => pair.split('=', 1)[0]));
  const kept = (sent ?? '').split(/;\s*/).filter((pair) => pair && !names.has(pair.split('=', 1)[0]));
  return [...kept, other].join('; ');
}

export default experiment;
