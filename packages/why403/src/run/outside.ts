import { type Claim, type Diagnosis, type Exchange, type Imported, InputError } from '@why403/core';
import type { DiagnoseOptions, Hooks } from './diagnose.ts';

/** What is known of a refusal from outside its exchange: the API's description, the keys of the token's issuer. */
export interface Outside {
  /** Requests left for the refused one and its experiments. */
  readonly left: number;
  /** Asked once, when the answer is there. */
  claims(exchange: Exchange): Promise<readonly Claim[]>;
  /** Requests that it took so far. */
  requests(): number;
  notes(): Diagnosis['notes'];
}

/** Reads what the options name, before anything is sent to the server. Throws InputError, and SendError where a URL cannot be reached. */
export async function readOutside(imported: Imported, options: DiagnoseOptions, hooks: Hooks): Promise<Outside> {
  const most = options.maxRequests ?? 12;
  const fetches = /^https?:\/\//i.test(options.openapi ?? '');
  if (fetches && (options.send === false || most < 2))
    throw new InputError('BAD_VALUE', '--openapi with a URL needs a request of its own, and none may be sent for it.', {
      hint: 'Download the description, and give the file.',
    });
  const { readDescription, claimsOfDescription } = await import('./openapi.ts');
  const description =
    options.openapi === undefined
      ? undefined
      : await readDescription(options.openapi, imported.exchange.request.url, hooks.signal);
  let requests = description?.requests ?? 0;
  const forKeys = options.jwks && options.send !== false ? Math.min(2, most - requests - 1) : 0;
  const notes: Diagnosis['notes'][number][] = [];
  return {
    left: Math.max(1, most - requests - forKeys),
    async claims(exchange) {
      const claims = description ? [...claimsOfDescription(description, exchange)] : [];
      if (options.jwks && options.send !== false) {
        hooks.progress?.("fetching the keys of the token's issuer");
        const { checkIssuerKeys } = await import('./issuer-keys.ts');
        const keys = await checkIssuerKeys(exchange, forKeys, hooks.signal);
        requests += keys.requests;
        claims.push(...keys.claims);
        notes.push(...keys.notes);
      }
      return claims;
    },
    requests: () => requests,
    notes: () => notes,
  };
}
