/** Variables that rules set from the request before access is judged. Source: https://httpd.apache.org/docs/2.4/mod/mod_setenvif.html */
import { rangeHolds } from '../shared/address-match.ts';
import { quoteEvidence } from '../shared/quote-value.ts';
import { aboutHeader } from '../shared/trial.ts';
import { compilePattern } from '../shared/user-pattern.ts';
import { evaluateExpr } from './expr.ts';
import { splitArgs } from './lex.ts';
import { named } from './named.ts';
import { headerValue, type Step, type Value } from './request.ts';
import type { Directive } from './types.ts';

/** Runs SetEnvIf and its kin, in order, on the request's variables. */
export function setVariables(directives: readonly Directive[], step: Step): void {
  for (const directive of directives) {
    switch (directive.name) {
      case 'setenvif':
      case 'setenvifnocase':
        setIf(directive, directive.args[0] ?? '', directive.args[1] ?? '', directive.args.slice(2), step);
        break;
      case 'browsermatch':
      case 'browsermatchnocase':
        setIf(directive, 'User-Agent', directive.args[0] ?? '', directive.args.slice(1), step);
        break;
      case 'setenvifexpr': {
        const [source = '', ...names] = splitArgs(directive.rest);
        if (evaluateExpr(source, step, directive, `setenvif:${directive.file}:${directive.line}`).value)
          assign(names, [], step);
        break;
      }
    }
  }
}

function setIf(directive: Directive, attribute: string, pattern: string, names: readonly string[], step: Step): void {
  const value = readAttribute(attribute, step);
  const groups = compilePattern(pattern, directive.name.endsWith('nocase'))?.exec(value.text);
  if (groups === undefined)
    step.trial.unseen(`${directive.file}:${directive.line}: the pattern ${pattern} cannot be run here.`);
  const yes = step.trial.leaf({
    key: `setenvif:${directive.file}:${directive.line}`,
    about: value.about,
    value: !!groups,
    known: groups !== undefined && value.known,
    place: directive,
    asks: () =>
      `SetEnvIf ${attribute} ${pattern} (here ${quoteEvidence(value.about, value.text)}), which sets ${names.join(' ')}`,
    absent: value.absent,
  });
  if (yes) assign(names, groups ?? [], step);
}

function readAttribute(attribute: string, { request }: Step): Value {
  const of = (text: string, about: Value['about']): Value => ({ text, about, absent: text === '', known: true });
  switch (attribute.toLowerCase()) {
    case 'remote_addr':
    case 'remote_host':
      return of(request.client, 'ip');
    case 'server_addr':
      return of(request.view.serverAddress ?? '', 'host');
    case 'request_method':
      return of(request.method, 'method');
    case 'request_protocol':
      return of(`HTTP/${request.view.httpVersion}`, 'header');
    case 'request_uri':
      return of(request.uri, 'path');
  }
  if (request.view.headers.has(attribute.toLowerCase())) return headerValue(request, attribute);
  const variable = request.env.get(attribute);
  return variable === undefined
    ? { text: '', about: aboutHeader(attribute), absent: true, known: true }
    : of(variable, 'env');
}

function assign(names: readonly string[], groups: readonly (string | undefined)[], { request }: Step): void {
  for (const name of names) {
    if (name.startsWith('!')) request.env.delete(name.slice(1));
    else {
      const at = name.indexOf('=');
      const value = at < 0 ? '1' : name.slice(at + 1).replace(/\$(\d)/g, (_, n: string) => groups[Number(n)] ?? '');
      request.env.set(at < 0 ? name : name.slice(0, at), value);
    }
  }
}

/** The client's address with mod_remoteip. Source: https://httpd.apache.org/docs/2.4/mod/mod_remoteip.html */
export function clientAddress(
  directives: readonly Directive[],
  peer: string,
  headers: ReadonlyMap<string, string>,
): string {
  const header = named(directives, 'remoteipheader').at(-1)?.args[0];
  if (!header) return peer;
  const trusted = named(directives, 'remoteipinternalproxy', 'remoteiptrustedproxy').flatMap((d) => d.args);
  const hops = (headers.get(header.toLowerCase()) ?? '')
    .split(',')
    .map((hop) => hop.trim())
    .filter(Boolean);
  let address = peer;
  while (hops.length && (!trusted.length || trusted.some((range) => rangeHolds(range, address) === true))) {
    const next = hops.pop() as string;
    if (rangeHolds(next, next) === undefined) break;
    address = next;
  }
  return address;
}
