import { evaluateOnce } from './evaluate.ts';
import { refusalOf } from './judge.ts';
import type { Model } from './model.ts';
import type { NginxRequest } from './request.ts';
import type { Decision, Files, Run } from './run.ts';

/** An address of nobody's network (RFC 5737), for "everyone". */
const ANYONE = '198.51.100.77';
const FORWARDED = /^(?:x-forwarded-for|x-real-ip|forwarded|cf-connecting-ip|true-client-ip)$/;

/** A name beside the asked one that the same kind of rule covers: same folder, same ending, hidden where that is. */
function besideOf(uri: string): string {
  const slash = uri.lastIndexOf('/');
  const name = uri.slice(slash + 1);
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(name.slice(1))?.[0] ?? '';
  return `${uri.slice(0, slash + 1)}${name.startsWith('.') ? '.' : ''}why403-other${ending}`;
}

const withHeaders = (request: NginxRequest, keep: (name: string) => boolean): NginxRequest => ({
  ...request,
  headers: new Map([...request.headers].filter(([name]) => keep(name))),
});

/**
 * What a changed configuration lets through besides the request itself: neighbouring requests are evaluated with
 * both, and those that were refused and no longer are, are told.
 */
export function probeOpens(run: Run, after: Model, decision: Decision, files: Files): string[] {
  const { request, model } = run;
  const taken = run.questions.map(({ taken: answer }) => answer);
  const refuses = (of: Model, asked: NginxRequest): boolean =>
    refusalOf(evaluateOnce(of, asked, files, taken).outcome) !== undefined;
  const opened = (asked: NginxRequest): boolean => refuses(model, asked) && !refuses(after, asked);
  const beside = besideOf(request.uri);
  const other = { ...request, uri: beside, rawUri: beside };
  const fromAnyone = (asked: NginxRequest): NginxRequest => ({
    ...withHeaders(asked, (name) => !FORWARDED.test(name)),
    clientAddress: ANYONE,
  });
  const byHeader = [...decision.deps].some((name) => /^(?:http|cookie)_|^invalid_referer$/.test(name));
  // A rule about a header may leave requests without it alone, before and after.
  const alike =
    byHeader && !opened(withHeaders(request, (name) => name === 'host')) ? ' who sends the same headers' : '';
  const folder = request.uri.slice(0, request.uri.lastIndexOf('/') + 1);
  const everyone = `everyone${alike}`;
  const found: string[] = [];
  if (opened(fromAnyone(request))) found.push(`${request.method} ${request.uri} to ${everyone}`);
  if (opened(fromAnyone(other))) found.push(`${request.method} of other names like it in ${folder} to ${everyone}`);
  else if (opened(other))
    found.push(
      `${request.method} of other names like it in ${folder} to ${run.clientAddress ?? 'the same client'}${alike}`,
    );
  const methods = ['GET', 'POST', 'PUT', 'DELETE'].filter(
    (method) => method !== request.method && opened({ ...request, method }),
  );
  if (methods.length > 0) found.push(`${methods.join(', ')} at ${request.uri} too`);
  return found;
}
