import { credentialsOf } from '../model/case.ts';
import type { Experiment, Variation } from '../model/experiment.ts';
import { splitUrl } from '../model/http.ts';
import { EITHER, odds, withHeader, withMethod, withTarget } from '../model/vary.ts';

/** Where a product says whose credential this is: a path on the request's own host. Each is documented for any valid credential. */
const PLACES: Readonly<Record<string, (host: string, path: string) => string | undefined>> = {
  // https://docs.github.com/en/rest/users/users#get-the-authenticated-user
  github: (host, path) =>
    host === 'api.github.com' ? '/user' : path.startsWith('/api/v3/') ? '/api/v3/user' : undefined,
  // https://docs.gitlab.com/api/users/#get-the-current-user
  gitlab: () => '/api/v4/user',
  // https://docs.gitea.com/api/
  gitea: () => '/api/v1/user',
  // https://api.slack.com/methods/auth.test
  slack: (host) => (host === 'slack.com' || host.endsWith('.slack.com') ? '/api/auth.test' : undefined),
  // https://developers.cloudflare.com/api/resources/user/subresources/tokens/methods/verify/
  'cloudflare-api': () => '/client/v4/user/tokens/verify',
  // https://discord.com/developers/docs/resources/user#get-current-user
  discord: () => '/api/v10/users/@me',
  // https://huggingface.co/docs/hub/api
  huggingface: () => '/api/whoami-v2',
  // https://docs.npmjs.com/cli/commands/npm-whoami
  npm: () => '/-/whoami',
  // https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-myself/
  'jira-atlassian': () => '/rest/api/2/myself',
  // https://auth0.com/docs/api/authentication
  auth0: () => '/userinfo',
  // https://developer.okta.com/docs/reference/api/oidc/#userinfo
  okta: () => '/oauth2/v1/userinfo',
  // https://www.keycloak.org/securing-apps/oidc-layers
  keycloak: (_host, path) => {
    const realm = /^(?:\/auth)?\/(?:admin\/)?realms\/[^/]{1,100}/.exec(path)?.[0].replace('/admin', '');
    return realm && `${realm}/protocol/openid-connect/userinfo`;
  },
};

const experiment: Experiment = {
  id: 'who-am-i',
  asks: 'Does the product know the credential, where it says whose it is? Then it is good, and only not enough.',
  vary(c) {
    const credentials = credentialsOf(c);
    if (!credentials.length || c.method === 'CONNECT') return [];
    const url = splitUrl(c.exchange.request.url);
    if (!url) return [];
    const get = withMethod(c.exchange.request, 'GET');
    const found: Variation[] = [];
    for (const { fact } of c.evidence.all('product')) {
      const place = PLACES[fact.vendor]?.(url.host, url.target);
      if (!place || url.target.split('?', 1)[0] === place || found.length) continue;
      found.push({
        experiment: 'who-am-i',
        changed: `GET ${place}: whose credential ${fact.name} says this is`,
        request: withTarget(get, place),
        elsewhere: true,
        expects: odds(KNOWN, EITHER),
        turn: {},
      });
    }
    if (c.evidence.all('product').some(({ fact }) => fact.vendor === 'kubernetes')) {
      const review = accessReview(url.target, c.method);
      if (review)
        found.push({
          experiment: 'who-am-i',
          changed: 'asking Kubernetes whether the credential may do this (SelfSubjectAccessReview)',
          // a POST that changes nothing, and still one: it is sent with leave to write only
          request: {
            ...withHeader(get, 'Content-Type', 'application/json'),
            method: 'POST',
            url: withTarget(get, '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews').url,
            body: { text: JSON.stringify(review) },
          },
          elsewhere: true,
          expects: odds(KNOWN, EITHER),
          gain: 0.3,
          turn: {},
          read(answer) {
            const status = statusOf(answer.response?.body?.text);
            if (!status) return [];
            const quote = { from: 'experiment who-am-i', text: JSON.stringify(status).slice(0, 300) };
            const by = 'experiment/who-am-i';
            return status['allowed'] === true
              ? [
                  {
                    cause: 'role-missing',
                    weight: 'doubts',
                    says: 'Kubernetes says that the credential may do this',
                    at: [],
                    quote,
                    by,
                  },
                ]
              : [
                  {
                    cause: 'role-missing',
                    weight: 'suggests',
                    says: 'Kubernetes says that the credential may not do this',
                    at: [],
                    quote,
                    by,
                  },
                ];
          },
        });
    }
    return found;
  },
};

const KNOWN = {
  authorization: [0.9, 0.03, 0.07],
  authentication: [0.02, 0.35, 0.63],
  'ip-refused': [0.1, 0.8, 0.1],
  'client-refused': [0.15, 0.75, 0.1],
  'rate-limited': [0.3, 0.6, 0.1],
  'proxy-refused': [0.02, 0.93, 0.05],
} as const;

/** The question of https://kubernetes.io/docs/reference/access-authn-authz/authorization/#checking-api-access for a path of its API. */
function accessReview(target: string, method: string): object | undefined {
  const path = target.split('?', 1)[0]!;
  const match =
    /^\/(?:api\/(?<core>v\d\w{0,10})|apis\/(?<group>[\w.-]{1,100})\/\w{1,20})(?:\/namespaces\/(?<ns>[\w-]{1,100}))?\/(?<resource>[\w-]{1,100})(?:\/(?<name>[\w.-]{1,200}))?(?:\/(?<sub>[\w-]{1,60}))?$/.exec(
      path,
    )?.groups;
  if (!match) return undefined;
  const verbs: Record<string, string> = { POST: 'create', PUT: 'update', PATCH: 'patch', DELETE: 'delete' };
  return {
    apiVersion: 'authorization.k8s.io/v1',
    kind: 'SelfSubjectAccessReview',
    spec: {
      resourceAttributes: {
        ...(match['ns'] && { namespace: match['ns'] }),
        verb: verbs[method] ?? (match['name'] ? 'get' : 'list'),
        ...(match['group'] && { group: match['group'] }),
        resource: match['resource'],
        ...(match['sub'] && { subresource: match['sub'] }),
        ...(match['name'] && { name: match['name'] }),
      },
    },
  };
}

function statusOf(text: string | undefined): Record<string, unknown> | undefined {
  try {
    const value = JSON.parse((text ?? '').slice(0, 100_000)) as { status?: unknown };
    return value.status && typeof value.status === 'object' ? (value.status as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

export default experiment;
