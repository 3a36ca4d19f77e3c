import type { Exchange, Header, Request, SendOptions } from '@why403/core';
import { headerValue, withHeader, withoutHeaders } from './headers.ts';
import { sendOnce } from './once.ts';
import type { Run } from './send.ts';
import { parseTarget } from './target.ts';

/**
 * Sends a request, and once more with the answer to its challenge where `--digest` or `--anyauth` ask for that. The
 * result is the last exchange; a gap tells that there were two.
 */
export async function sendAuthenticated(request: Request, options: SendOptions, run: Run): Promise<Exchange> {
  const { user } = options;
  const asks = options.digest === true || options.anyAuth === true;
  if (user === undefined || !asks || headerValue(request.headers, 'authorization') !== undefined) {
    return sendOnce(request, options, run);
  }
  const first = await sendOnce(options.digest === true ? withoutItsBody(request) : request, options, run);
  const status = first.response?.status ?? 0;
  const stay = (text: string): Exchange => ({ ...first, gaps: [...first.gaps, { code: 'sent-otherwise', text }] });
  const authorization = status === 401 ? await answerChallenge(first, request, options, user) : undefined;
  // Where the server wanted no authentication, it has not seen the body yet.
  const owesBody = options.digest === true && request.body !== undefined && status >= 200 && status < 300;
  if (authorization === undefined && !owesBody) {
    return status === 401
      ? stay('The server asked for no authentication that --digest or --anyauth can answer, so nothing more was sent.')
      : first;
  }
  const stop = run.gate?.(request, 'authentication');
  if (stop !== undefined) return stay(stop);
  if (authorization === undefined) return sendOnce(request, options, run);
  const at = request.headers[0]?.[0].toLowerCase() === 'host' ? 1 : 0;
  const headers: readonly Header[] = request.headers.toSpliced(at, 0, ['Authorization', authorization]);
  const second = await sendOnce({ ...request, headers }, options, run);
  return {
    ...second,
    gaps: [
      {
        code: 'sent-otherwise',
        text: 'Authentication took two requests; the one shown answers the challenge of the first.',
      },
      ...second.gaps,
    ],
  };
}

/** The first request of `--digest` only fetches the challenge; like curl's, it does not carry the body yet. */
function withoutItsBody(request: Request): Request {
  if (request.body === undefined) return request;
  const headers = withoutHeaders(request.headers, new Set(['transfer-encoding']));
  const hasLength = headerValue(headers, 'content-length') !== undefined;
  return { ...request, headers: hasLength ? withHeader(headers, 'Content-Length', '0') : headers, body: { text: '' } };
}

/** The strongest that can be answered: Digest, then Basic where any is welcome. */
async function answerChallenge(
  first: Exchange,
  request: Request,
  options: SendOptions,
  user: string,
): Promise<string | undefined> {
  const headers = first.response?.headers ?? [];
  const { findDigestChallenge, answerDigest } = await import('./digest.ts');
  const challenge = findDigestChallenge(headers);
  if (challenge) {
    const uri = options.requestTarget ?? parseTarget(request.url).path;
    return answerDigest(challenge, user, request.method, uri);
  }
  const isBasic = headers.some(
    ([name, value]) => name.toLowerCase() === 'www-authenticate' && /(?:^|,)\s*basic(?:\s|,|$)/i.test(value),
  );
  if (!isBasic || options.anyAuth !== true) return undefined;
  return `Basic ${Buffer.from(user.includes(':') ? user : `${user}:`).toString('base64')}`;
}
