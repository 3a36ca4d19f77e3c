import { type Claim, type Diagnosis, type Exchange, type Imported, InputError } from '@why403/core';
import type { Sender } from '../send/sender.ts';
import { originOf } from '../send/target.ts';
import type { DiagnoseOptions, Hooks } from './diagnose.ts';

/** What is known of a refusal from outside its exchange: the API's description, the keys of the token's issuer. */
export interface Outside {
  /** Asked once, when the answer is there. */
  claims(exchange: Exchange): Promise<readonly Claim[]>;
  notes(): Diagnosis['notes'];
}

/** Origins that public documents may be fetched from: the user named them by `--openapi` and `--jwks`. */
export async function publicOrigins({ exchange }: Imported, options: DiagnoseOptions): Promise<readonly string[]> {
  if (options.send === false) return [];
  const { issuerOf } = await import('./issuer-keys.ts');
  const issuer = options.jwks ? issuerOf(exchange) : undefined;
  const described = isUrl(options.openapi) && originOf(options.openapi!) === originOf(exchange.request.url);
  return [...(issuer === undefined ? [] : [issuer]), ...(described ? [options.openapi!] : [])];
}

/** Reads what the options name, before anything is sent to the server. Throws InputError, and SendError where a URL cannot be reached. */
export async function readOutside(
  imported: Imported,
  options: DiagnoseOptions,
  sender: Sender,
  hooks: Hooks,
): Promise<Outside> {
  if (isUrl(options.openapi) && (options.send === false || sender.left() < 2))
    throw new InputError('BAD_VALUE', '--openapi with a URL needs a request of its own, and none may be sent for it.', {
      hint: 'Download the description, and give the file.',
    });
  const { readDescription, claimsOfDescription } = await import('./openapi.ts');
  const description =
    options.openapi === undefined ? undefined : await readDescription(options.openapi, imported, sender);
  const notes: Diagnosis['notes'][number][] = [];
  return {
    async claims(exchange) {
      const claims = description ? [...claimsOfDescription(description, exchange)] : [];
      if (options.jwks && options.send !== false) {
        hooks.progress?.("fetching the keys of the token's issuer");
        const { checkIssuerKeys } = await import('./issuer-keys.ts');
        const keys = await checkIssuerKeys(imported, exchange, sender);
        claims.push(...keys.claims);
        notes.push(...keys.notes);
      }
      return claims;
    },
    notes: () => notes,
  };
}

function isUrl(text: string | undefined): boolean {
  return /^https?:\/\//i.test(text ?? '');
}
