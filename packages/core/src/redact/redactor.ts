import type { EvidenceSet } from '../model/evidence.ts';
import type { Exchange, Header, Request } from '../model/exchange.ts';
import type { SendOptions } from '../model/importer.ts';
import { bodyCuts, type Side } from './body.ts';
import { configCuts, findingCuts } from './config-line.ts';
import { type Cut, mergeCuts, outsideMasks, withoutCuts } from './cuts.ts';
import { isName } from './form.ts';
import { headerCuts } from './headers.ts';
import { valueCuts } from './json.ts';
import { mask } from './mask.ts';
import { isSecretName } from './names.ts';
import { sentenceCuts } from './sentence.ts';
import { urlCuts } from './url.ts';
import { newVault, type Vault } from './vault.ts';
import { learnCut, viewOf } from './view.ts';

/** Hides in a text of ours whatever is known as a secret. Without a vault it hides nothing: `--show-secrets`. */
export interface Redactor {
  (text: string): string;
  readonly vault?: Vault;
}

/** Everything is shown: the user said so. */
export const showAll: Redactor = (text) => text;

/** Hides what a vault knows, now or later. */
export function redactorOf(vault: Vault): Redactor {
  return Object.assign((text: string) => withoutCuts(text, vault.find(text)), { vault });
}

/** The same for a document of many texts, each of which was looked at for itself: its own signs stay whole. */
export function documentRedactorOf(vault: Vault): (text: string) => string {
  return (text) => withoutCuts(text, vault.find(text, true));
}

/** A redactor that knows the secrets of one exchange, and others by their values (`--as` credentials). */
export function redactorFor(exchange: Exchange, evidence?: EvidenceSet, more: readonly string[] = []): Redactor {
  const vault = newVault();
  for (const value of more) learnCredential(vault, value);
  learnExchange(vault, exchange, evidence);
  return redactorOf(vault);
}

/** Remembers every value of an exchange that may not be shown. */
export function learnExchange(vault: Vault, exchange: Exchange, evidence?: EvidenceSet): void {
  viewOf(exchange, vault);
  learnBeside(vault, exchange, evidence);
}

/** Remembers what stands beside the places of an exchange: in redirects before it, and in what was read out of it. */
export function learnBeside(vault: Vault, exchange: Exchange, evidence?: EvidenceSet): void {
  for (const before of exchange.redirects ?? []) viewOf(before, vault);
  for (const { fact } of evidence?.all('credential') ?? []) vault.learn(fact.value);
  for (const { fact } of evidence?.all('csrf') ?? []) vault.learn(fact.value);
}

/** Remembers what the way of sending holds: passwords of the user, the proxy and the key. */
export function learnSend(vault: Vault, send: SendOptions): void {
  const { user, passphrase, proxy, preproxy, proxyTls, proxyHeaders, requestTarget, doh } = send;
  for (const place of [...(send.connectTo ?? []), ...(send.resolve ?? [])])
    for (const host of place.split(/[:,]/)) for (const cut of urlCuts(`//${host}`)) learnCut(vault, `//${host}`, cut);
  for (const secret of [user, passphrase, proxyTls?.passphrase]) if (secret !== undefined) vault.learn(secret);
  for (const url of [proxy, preproxy, requestTarget, doh?.url])
    if (url !== undefined) for (const cut of urlCuts(url, { ownHost: true })) learnCut(vault, url, cut);
  for (const header of proxyHeaders ?? [])
    for (const cut of headerCuts(header, 'request')) learnCut(vault, header[1], cut);
}

/** Remembers the value of a variable: of a URL what it hides, of a name of a host nothing. */
export function learnVariable(vault: Vault, name: string, value: string): void {
  if (/^[a-z][a-z0-9+.-]{0,20}:\/\//i.test(value)) {
    for (const cut of urlCuts(value, { ownHost: true })) learnCut(vault, value, cut);
    return;
  }
  const isHost = !isSecretName(name) && /^(?:[a-z][a-z-]{0,30}\.)+[a-z]{2,12}(?::\d{1,5})?$/i.test(value);
  if (!isHost) for (const cut of valueCuts(value, name, 'request', false, 0)) learnCut(vault, value, cut);
}

/** Remembers a credential given as the value of a header: its parts by their grammar, or all of it. */
export function learnCredential(vault: Vault, value: string): void {
  for (const cut of headerCuts(['Authorization', value], 'request')) learnCut(vault, value, cut);
}

/** A text with what its place hides, and what is known, taken out. What is hidden is known from then on. */
function hidden(text: string, redact: Redactor, cuts: () => readonly Cut[]): string {
  const { vault } = redact;
  if (!vault) return redact(text);
  const own = outsideMasks(text, cuts());
  for (const cut of own) learnCut(vault, text, cut);
  return withoutCuts(text, mergeCuts([...own, ...vault.find(text)]));
}

/** Headers without their secrets; scheme words and the names of cookies and parameters stay: they tell what was sent. */
export function redactHeaders(headers: readonly Header[], redact: Redactor, part: Side = 'request'): readonly Header[] {
  return headers.map(
    ([name, value]): Header => [redactName(name, redact), hidden(value, redact, () => headerCuts([name, value], part))],
  );
}

/** The user's own URL: its host is shown, whatever its form. */
export function redactUrl(url: string, redact: Redactor): string {
  const host = /^[a-z][a-z0-9+.-]{0,20}:\/\/[^/?#@]*(?=[/?#]|$)/i.exec(url)?.[0] ?? '';
  // the host cannot be a secret that stands elsewhere, or no line could be run
  return host + hidden(url.slice(host.length), redact, () => urlCuts(url.slice(host.length), { ownHost: true }));
}

/** A body without the values that nothing shows to be harmless. */
export function redactBody(text: string, redact: Redactor, side: Side = 'request', type = ''): string {
  return hidden(text, redact, () => bodyCuts(text, side, type));
}

/** The value of a parameter or field of this name. */
export function redactValue(name: string, value: string, redact: Redactor, side: Side = 'request'): string {
  return hidden(value, redact, () => valueCuts(value, name, side, false, 0));
}

/** Text that someone else wrote, of no known place: what does not read as words is hidden. */
export function redactText(text: string, redact: Redactor): string {
  return hidden(text, redact, () => sentenceCuts(text));
}

/** What an inspection of a server says: as other text, and places on the disk are shown. */
export function redactFinding(text: string, redact: Redactor): string {
  return hidden(text, redact, () => findingCuts(text));
}

/** A name of a header, parameter or field; one that looks like a value is hidden. */
export function redactName(name: string, redact: Redactor): string {
  return redact.vault && !isName(name) ? mask(name) : redact(name);
}

/** A request that may be shown. */
export function redactRequest(request: Request, redact: Redactor): Request {
  return {
    ...request,
    url: redactUrl(request.url, redact),
    headers: redactHeaders(request.headers, redact),
    ...(request.body && { body: { text: redactBody(request.body.text, redact) } }),
  };
}

/** Lines of a server's configuration or log. */
export function redactConfig(text: string, redact: Redactor): string {
  return hidden(text, redact, () => configCuts(text));
}

/** A part of a text without what it hides: the whole of it is looked at first. */
export function redactCuts(
  text: string,
  vault: Vault,
  cutsOf: (text: string) => readonly Cut[],
  from = 0,
  to = text.length,
): string {
  const own = cutsOf(text);
  for (const cut of own) learnCut(vault, text, cut);
  return withoutCuts(text, mergeCuts([...own, ...vault.find(text)]), from, to, from > 0 ? 'before' : undefined);
}
