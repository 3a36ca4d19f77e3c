import { credentialsOf } from '../model/case.ts';
import type { Case, Claim } from '../model/cause.ts';
import type { Exchange } from '../model/exchange.ts';
import type { Experiment } from '../model/experiment.ts';
import { splitUrl } from '../model/http.ts';
import { odds, withMethod, without, withTarget } from '../model/vary.ts';

const WELL_KNOWN = '/.well-known/oauth-protected-resource';

// RFC 9728: a resource says which authorization servers and scopes it knows. Asked on its own host only, without credentials.
const experiment: Experiment = {
  id: 'resource-metadata',
  asks: 'What does the resource say of itself (RFC 9728): whose tokens it takes, with which scopes, sent how?',
  vary(c) {
    const bearer = credentialsOf(c).some(({ fact }) => fact.kind === 'bearer' || fact.kind === 'api-key');
    const challenge = c.evidence
      .all('challenge')
      .find(({ fact }) => !fact.proxy && /^(?:bearer|dpop)$/i.test(fact.scheme));
    if (!challenge || !(bearer || challenge.fact.params['resource_metadata'])) return [];
    const url = splitUrl(c.exchange.request.url);
    if (!url) return [];
    const named = challenge.fact.params['resource_metadata'];
    const at = named === undefined ? undefined : splitUrl(named);
    // another host than the request's own is not asked
    const same = at && at.scheme === url.scheme && at.host === url.host && at.port === url.port;
    if (named !== undefined && !same) return [];
    const target = same ? at.target : `${WELL_KNOWN}${url.target.split('?', 1)[0]!.replace(/\/$/, '')}`;
    return [
      {
        experiment: 'resource-metadata',
        changed: `GET ${target.slice(0, 120)}: what the resource says of itself`,
        request: withTarget(without(withMethod(c.exchange.request, 'GET'), 'authorization', 'cookie'), target),
        elsewhere: true,
        expects: odds({}, [0.5, 0.1, 0.4]),
        gain: named ? 0.15 : 0.03,
        turn: {},
        read: (answer) => claimsOf(c, answer),
      },
    ];
  },
};

function claimsOf(c: Case, answer: Exchange): readonly Claim[] {
  const metadata = readMetadata(answer);
  if (!metadata) return [];
  const claims: Claim[] = [];
  const claim = (cause: Claim['cause'], weight: Claim['weight'], says: string, text: string): void => {
    claims.push({
      cause,
      weight,
      says,
      at: [],
      quote: { from: 'experiment resource-metadata', text: text.slice(0, 300) },
      by: 'experiment/resource-metadata',
    });
  };
  const jwt = c.evidence.first('jwt')?.fact;
  const servers = strings(metadata['authorization_servers']);
  const plain = (url: string): string => url.replace(/\/$/, '');
  if (jwt?.issuer && servers.length && !servers.some((server) => plain(server) === plain(jwt.issuer!)))
    claim(
      'credentials-invalid',
      'suggests',
      `the token is of ${jwt.issuer.slice(0, 100)}, and the resource takes tokens of other issuers`,
      `authorization_servers: ${servers.join(', ')}`,
    );
  const scopes = strings(metadata['scopes_supported']);
  if (jwt?.scopes.length && scopes.length && !jwt.scopes.some((scope) => scopes.includes(scope)))
    claim(
      'scope-insufficient',
      'suggests',
      'the token has none of the scopes that the resource knows',
      `scopes_supported: ${scopes.join(' ')}`,
    );
  const methods = strings(metadata['bearer_methods_supported']);
  const inQuery = credentialsOf(c).some(({ at }) => at[0]?.in === 'url');
  if (methods.length && inQuery && !methods.includes('query'))
    claim(
      'credentials-malformed',
      'suggests',
      'the token stands in the query, where the resource does not read it',
      `bearer_methods_supported: ${methods.join(', ')}`,
    );
  return claims;
}

function readMetadata({ response }: Exchange): Readonly<Record<string, unknown>> | undefined {
  if (response?.status !== 200) return undefined;
  try {
    const value: unknown = JSON.parse((response.body?.text ?? '').slice(0, 200_000));
    return value && typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((v): v is string => typeof v === 'string').slice(0, 100) : [];
}

export default experiment;
