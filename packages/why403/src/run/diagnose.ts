import {
  catalogue,
  curlLine,
  curlOptions,
  type Diagnosis,
  type Imported,
  judge,
  type Request,
  redactorFor,
  redactRequest,
  type ToldFix,
  tell,
} from '@why403/core';
import type { Options } from '../command/options.ts';
import { mendedLine } from './mended-line.ts';

/** What a diagnosis may be told of its own way. */
export interface Hooks {
  /** One line about what is under way, for a person who waits. */
  readonly progress?: (text: string) => void;
  readonly signal?: AbortSignal;
  /** Environment variables, for the proxy settings. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

export interface DiagnoseOptions
  extends Partial<Pick<Options, 'send' | 'showSecrets' | 'maxRequests' | 'allowWrites' | 'as'>> {
  /** A request that succeeds, to compare with. */
  readonly working?: Imported;
}

/**
 * Says why one request was refused. An exchange with its response is judged as it stands; a request alone is sent first,
 * and then what experiments tell more, unless `send` is false. Throws SendError where the server cannot be reached.
 */
export async function diagnose(
  imported: Imported,
  options: DiagnoseOptions = {},
  hooks: Hooks = {},
): Promise<Diagnosis> {
  const told = {
    ...(options.showSecrets !== undefined && { showSecrets: options.showSecrets }),
    secrets: (options.as ?? []).map(({ header }) => header[1]),
  };
  if (imported.exchange.response || options.send === false) return tell(judge(imported.exchange, catalogue), told);
  const { investigate } = await import('./investigate.ts');
  const { proxyFromEnvironment } = await import('../send/index.ts');
  const found = await investigate(throughProxy(imported, proxyFromEnvironment, hooks), {
    maxRequests: options.maxRequests ?? 12,
    allowWrites: options.allowWrites ?? false,
    credentials: options.as ?? [],
    ...(options.working && { working: throughProxy(options.working, proxyFromEnvironment, hooks) }),
    ...(hooks.progress && { progress: hooks.progress }),
    ...(hooks.signal && { signal: hooks.signal }),
  });
  const judgement = judge(found.exchange, catalogue, found.claims);
  const redact = options.showSecrets ? undefined : redactorFor(found.exchange, judgement.case.evidence, told.secrets);
  const line = (request: Request): string => curlLine(redact ? redactRequest(request, redact) : request);
  const cause = judgement.ranked[0]?.cause;
  const mended = found.mended.map(
    ({ text, request, send }): ToldFix => ({
      who: 'caller',
      text: redact ? redact(text) : text,
      request: mendedLine(request, send, redact),
      commands: null,
      verified: true,
    }),
  );
  return tell(judgement, {
    ...told,
    ...(cause && mended.length && { fixes: { [cause.id]: mended } }),
    curlOptions: curlOptions(imported.send),
    experiments: found.steps.map((step) => ({ ...step, request: line(step.request) })),
    requestsSent: found.requests,
    notes: found.notes,
  });
}

function throughProxy(
  imported: Imported,
  fromEnvironment: (url: string, env: NonNullable<Hooks['env']>) => object,
  hooks: Hooks,
): Imported {
  if (imported.send.proxy !== undefined) return imported;
  return {
    ...imported,
    send: { ...fromEnvironment(imported.exchange.request.url, hooks.env ?? {}), ...imported.send },
  };
}
