import { catalogue, type Diagnosis, type Exchange, type Imported, judge, tell } from '@why403/core';
import type { Options } from '../command/options.ts';

/** What a diagnosis may be told of its own way. */
export interface Hooks {
  /** One line about what is under way, for a person who waits. */
  readonly progress?: (text: string) => void;
  readonly signal?: AbortSignal;
  /** Environment variables, for the proxy settings. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

export type DiagnoseOptions = Partial<Pick<Options, 'send' | 'showSecrets' | 'maxRequests' | 'allowWrites' | 'as'>>;

/**
 * Says why one request was refused. An exchange with its response is judged as it stands; a request alone is sent first,
 * unless `send` is false. Throws SendError where the server cannot be reached.
 */
export async function diagnose(
  imported: Imported,
  options: DiagnoseOptions = {},
  hooks: Hooks = {},
): Promise<Diagnosis> {
  const { exchange, requests } = await answered(imported, options, hooks);
  return tell(judge(exchange, catalogue), {
    ...(options.showSecrets !== undefined && { showSecrets: options.showSecrets }),
    secrets: (options.as ?? []).map(({ header }) => header[1]),
    requestsSent: requests,
  });
}

async function answered(
  imported: Imported,
  options: DiagnoseOptions,
  hooks: Hooks,
): Promise<{ exchange: Exchange; requests: number }> {
  if (imported.exchange.response || options.send === false) return { exchange: imported.exchange, requests: 0 };
  const { send, proxyFromEnvironment } = await import('../send/index.ts');
  const { request } = imported.exchange;
  const fromEnvironment = imported.send.proxy === undefined ? proxyFromEnvironment(request.url, hooks.env ?? {}) : {};
  let requests = 0;
  hooks.progress?.(`sending ${request.method} ${request.url}`);
  const exchange = await send(
    request,
    { ...fromEnvironment, ...imported.send },
    {
      gate: () => {
        requests++;
        return undefined;
      },
    },
    hooks.signal,
  );
  return { exchange, requests };
}
