import { SendError } from '../send/error.ts';

const WORDS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'its name is not resolved.',
  EAI_AGAIN: 'its name is not resolved for now.',
  ECONNREFUSED: 'it refuses connections on this port.',
  ECONNRESET: 'the connection was closed.',
  ETIMEDOUT: 'it does not answer.',
  EHOSTUNREACH: 'there is no way to it.',
  ENETUNREACH: 'there is no way to its network.',
};

/** Why a connection did not come about, as the rest of a sentence. */
export function failureOf(error: unknown): string {
  if (error instanceof SendError) return error.message;
  const code = codeOf(error);
  return WORDS[code] ?? `${code}.`;
}

/** The error's code; of several tries (AggregateError) that of the first. */
export function codeOf(error: unknown): string {
  const { code, errors, message } = error as { code?: unknown; errors?: readonly unknown[]; message?: unknown };
  if (typeof code === 'string') return code;
  return Array.isArray(errors) && errors.length > 0 ? codeOf(errors[0]) : String(message ?? error).slice(0, 100);
}

/** The address that was tried last, where the error names one. */
export function addressOf(error: unknown): string {
  const { address, errors } = error as { address?: unknown; errors?: readonly unknown[] };
  if (typeof address === 'string') return address;
  return Array.isArray(errors) && errors.length > 0 ? addressOf(errors.at(-1)) : '';
}

/** The same error, which keeps the name of the proxy that was not reached. */
export function ofProxy(error: unknown, proxy: string): unknown {
  return typeof error === 'object' && error !== null ? Object.assign(error, { proxy }) : error;
}

/** The proxy that was not reached; undefined where it was the host itself. */
export function proxyOf(error: unknown): string | undefined {
  const { proxy } = error as { proxy?: unknown };
  return typeof proxy === 'string' ? proxy : undefined;
}
