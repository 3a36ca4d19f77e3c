import { createHash } from 'node:crypto';
import { type Exchange, InputError, signatureOf, visible } from '@why403/core';
import type { Io } from '../command/io.ts';
import { saveBundle } from './bundle.ts';
import type { Found } from './diagnose.ts';

/** Keeps the one refusal that was found, for `why403 verify`. Throws InputError where there is none, or more than one. */
export function save(
  dir: string,
  found: readonly Found[],
  { maxRequests, withSecrets }: { readonly maxRequests: number; readonly withSecrets: boolean },
  io: Io,
): void {
  const refused = found.filter(({ diagnosis }) => diagnosis.refused);
  const [one] = refused;
  if (!one || refused.length > 1)
    throw new InputError('BAD_VALUE', `--save keeps one refusal, and here are ${refused.length}.`, {
      hint: 'Give the one request that is refused.',
    });
  if (!one.exchange.response)
    throw new InputError('BAD_VALUE', '--save keeps a refusal, and no answer is known yet.', {
      hint: 'Leave --no-send out, or give the answer too.',
    });
  const secrets = saveBundle(
    dir,
    {
      diagnosis: one.diagnosis,
      request: one.imported.exchange.request,
      send: one.imported.send,
      fingerprint: fingerprintOf(one.exchange),
      ...(one.allowed && { allowed: one.allowed }),
      redact: one.redact,
    },
    { maxRequests, withSecrets },
  );
  io.stderr.write(
    `why403: kept in ${visible(dir)}${keptWhat(secrets, withSecrets)}. Send it again: why403 verify ${visible(dir)}\n`,
  );
}

function keptWhat(secrets: readonly string[], withSecrets: boolean): string {
  if (!secrets.length) return '';
  if (withSecrets) return `; secrets.json there is for you alone (${secrets.length})`;
  return ` without its secrets: verify takes ${secrets.map((name) => `WHY403_${name}`).join(', ')} from the environment, or use --with-secrets`;
}

/** What stays the same when the same refusal is given twice, as a hash that tells nothing of it. */
export function fingerprintOf(exchange: Exchange): string {
  return createHash('sha256').update(signatureOf(exchange)).digest('hex');
}
