import { decodeBase64, looksLikeJwt } from '../model/base64.ts';
import type { Evidence, Reader } from '../model/evidence.ts';
import { header, httpDate } from '../model/http.ts';

const SCOPE_CLAIMS = ['scope', 'scp', 'scopes', 'permissions', 'authorities', 'entitlements'];
const ROLE_CLAIMS = ['role', 'roles', 'groups', 'cognito:groups', 'wids', 'group'];

// Times are held against the response's Date: the clock that refused. Signatures are not checked here; that needs the issuer's keys.
const reader: Reader = {
  id: 'jwt',
  after: ['credentials'],
  read(exchange, soFar) {
    const date = httpDate(header(exchange.response, 'date'));
    const now = date === undefined ? undefined : date / 1000;
    const found: Evidence<'jwt'>[] = [];
    for (const { fact, at } of soFar.all('credential')) {
      const token = fact.value.replace(/^["']|["']$/g, '').replace(/^bearer\s+/i, '');
      if (!looksLikeJwt(token)) continue;
      const [head, body] = token.split('.');
      const top = object(head);
      const claims = object(body);
      if (!top || !claims) continue;
      const exp = number(claims['exp']);
      const nbf = number(claims['nbf']) ?? number(claims['iat']);
      const issuer = claims['iss'];
      found.push({
        kind: 'jwt',
        fact: {
          header: top,
          claims,
          scopes: words(claims, SCOPE_CLAIMS),
          roles: [...words(claims, ROLE_CLAIMS), ...nestedRoles(claims)],
          audience: [claims['aud']].flat().filter((a): a is string => typeof a === 'string'),
          ...(typeof issuer === 'string' && { issuer }),
          ...(now !== undefined && { now }),
          ...(now !== undefined && exp !== undefined && now > exp && { expiredBy: now - exp }),
          // a minute of difference between clocks is usual and allowed
          ...(now !== undefined && nbf !== undefined && nbf > now + 60 && { notBeforeBy: nbf - now }),
        },
        at,
        by: 'jwt',
      });
    }
    return found;
  },
};

function object(part: string | undefined): Record<string, unknown> | undefined {
  const text = decodeBase64(part ?? '');
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return value && typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

const number = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;

function words(claims: Record<string, unknown>, names: readonly string[]): string[] {
  return names.flatMap((name) => {
    const value = claims[name];
    if (typeof value === 'string') return value.split(/[\s,]+/).filter(Boolean);
    return Array.isArray(value) ? value.filter((v): v is string => typeof v === 'string') : [];
  });
}

// Keycloak keeps roles in realm_access and resource_access: https://www.keycloak.org/docs/latest/server_admin/#_role_scope_mappings
function nestedRoles(claims: Record<string, unknown>): string[] {
  const realm = claims['realm_access'] as { roles?: unknown } | undefined;
  const resources = claims['resource_access'];
  const lists = [
    realm?.roles,
    ...(resources && typeof resources === 'object'
      ? Object.values(resources).map((r) => (r as { roles?: unknown } | null)?.roles)
      : []),
  ];
  return lists.flat().filter((r): r is string => typeof r === 'string');
}

export default reader;
