import { headersAskedFor } from '../model/asked-headers.ts';
import { decodeBase64 } from '../model/base64.ts';
import { credentialsOf } from '../model/case.ts';
import type { Request } from '../model/exchange.ts';
import type { Experiment, Variation } from '../model/experiment.ts';
import { decodePercent } from '../model/http.ts';
import type { SendOptions } from '../model/importer.ts';
import { replaceCredentials } from '../model/strip.ts';
import { inQuotes } from '../model/unseen.ts';
import { ALIKE, MOSTLY_ALIKE, odds, PASSES, withHeader, without } from '../model/vary.ts';

// The same secret in the form that the server asks for or that its kind has: never another secret.
const experiment: Experiment = {
  id: 'credential-form',
  asks: 'Does the same credential pass in another form: the scheme word of the challenge, Bearer for a token, without quotes, in Authorization?',
  vary(c, material) {
    // where nobody at all is let in, no form of a credential is what lets in
    const outcomeOf = (id: string) => material.seen.find(({ variation }) => variation.experiment === id)?.outcome;
    const anonymous = outcomeOf('no-credentials');
    const refused = anonymous ?? outcomeOf('broken-credentials');
    if (refused === 'allowed' || (refused === undefined && !material.mending)) return [];
    const { request } = c.exchange;
    const challenges = c.evidence
      .all('challenge')
      .filter(({ fact }) => !fact.proxy && /^[a-z][\w-]{1,30}$/i.test(fact.scheme));
    const forms = new Map<string, Form>();
    const add = (changed: string, next: Request, send?: SendOptions): void => {
      const key = JSON.stringify([next.headers, next.url, send]);
      if (key !== JSON.stringify([request.headers, request.url, undefined]) && !forms.has(key))
        forms.set(key, { request: next, changed, ...(send && { send }) });
    };
    for (const name of headersAskedFor(c)) {
      const held = credentialsOf(c).find(
        ({ fact }) => fact.kind !== 'session-cookie' && fact.kind !== 'client-certificate',
      );
      if (held && held.fact.name.toLowerCase() !== name.toLowerCase())
        add(
          `the same credential as ${inQuotes(name)}, which the answer asks for`,
          withHeader(
            replaceCredentials(request, [held], () => undefined),
            name,
            plain(held.fact.value),
          ),
        );
    }
    for (const { fact } of credentialsOf(c)) {
      if (fact.kind !== 'basic') continue;
      const pair = fact.problems.includes('not-base64') ? fact.value : decodeBase64(fact.value);
      if (!pair?.includes(':')) continue;
      if (fact.problems.includes('not-base64'))
        add(
          'the same user and password, encoded as Basic wants them',
          withHeader(request, 'Authorization', `Basic ${btoa(String.fromCharCode(...new TextEncoder().encode(pair)))}`),
        );
      if (challenges.some((challenge) => challenge.fact.scheme.toLowerCase() === 'digest'))
        add('the same user and password as Digest, which the server asks for', without(request, 'authorization'), {
          ...material.send,
          user: pair,
          digest: true,
        });
    }
    for (const { fact, at } of credentialsOf(c)) {
      if (
        fact.kind === 'session-cookie' ||
        fact.kind === 'signed-url' ||
        fact.kind === 'client-certificate' ||
        fact.kind === 'sigv4'
      )
        continue;
      const value = plain(fact.value);
      if (value === '') continue;
      if (/%[0-9a-f]{2}/i.test(value) && !/sig/i.test(fact.name))
        add(
          'the same credential without its URL encoding',
          replaceCredentials(request, [{ kind: 'credential', fact, at, by: 'credentials' }], () =>
            decodePercent(value),
          ),
        );
      const inHeader = request.headers.some(([n]) => n.toLowerCase() === fact.name.toLowerCase());
      const bare =
        inHeader && fact.name.toLowerCase() !== 'authorization' ? without(request, fact.name.toLowerCase()) : request;
      const authorization = (scheme: string): Request => withHeader(bare, 'Authorization', `${scheme} ${value}`);
      for (const challenge of challenges) {
        const scheme = challenge.fact.scheme.toLowerCase();
        if (scheme === 'digest' || (scheme === 'basic' && fact.kind !== 'basic')) continue;
        add(
          `the same credential as Authorization: ${inQuotes(challenge.fact.scheme)}`,
          authorization(challenge.fact.scheme),
        );
      }
      if (fact.problems.length)
        add(
          'the same credential in its right form',
          fact.name === 'Authorization' ? authorization(schemeOf(fact)) : withHeader(request, fact.name, value),
        );
      if (fact.kind !== 'basic' && (fact.kind !== 'bearer' || fact.problems.length))
        add('the same credential as Authorization: Bearer', authorization('Bearer'));
      if (fact.kind === 'bearer' || fact.kind === 'scheme')
        add('the same credential as Authorization: Token', authorization('Token'));
    }
    // a token that was cut off, or never filled in, has no form that passes
    const hopeless = credentialsOf(c).some(({ fact }) =>
      fact.problems.some((p) => p === 'truncated' || p === 'placeholder' || p === 'empty'),
    );
    const asked = challenges.length > 0 || credentialsOf(c).some(({ fact }) => fact.problems.length);
    return [...forms.values()].slice(0, 4).map(
      (form, i): Variation => ({
        experiment: 'credential-form',
        changed: form.changed,
        request: form.request,
        ...(form.send && { send: form.send }),
        expects: odds(
          {
            'credentials-malformed': hopeless ? [0.02, 0.9, 0.08] : i === 0 && asked ? PASSES : [0.35, 0.55, 0.1],
            'credentials-missing': [0.3, 0.6, 0.1],
            'credentials-invalid': [0.04, 0.66, 0.3],
            'credentials-expired': [0.01, 0.7, 0.29],
            authorization: [0.01, 0.3, 0.69],
            'rate-limited': [0.05, 0.5, 0.45],
            'ip-refused': MOSTLY_ALIKE,
            'origin-rejected': MOSTLY_ALIKE,
            'content-rejected': MOSTLY_ALIKE,
          },
          ALIKE,
        ),
        turn: { 'credentials-malformed': anonymous === undefined ? 'suggests' : 'proves' },
        fix: 'send the credential in this form',
      }),
    );
  },
};

interface Form {
  readonly changed: string;
  readonly request: Request;
  readonly send?: SendOptions;
}

/** The secret without what was wrapped around it by mistake. */
function plain(value: string): string {
  return value
    .replace(/[\r\n\t]|\\n|%0[ad]/gi, '')
    .replace(/^["']|["']$/g, '')
    .replace(/^(?:bearer|basic|token)[\s:]+/i, '')
    .trim();
}

function schemeOf(fact: {
  readonly kind: string;
  readonly scheme?: string;
  readonly problems: readonly string[];
}): string {
  if (fact.kind === 'basic') return 'Basic';
  return fact.scheme && !fact.problems.includes('unknown-scheme') ? fact.scheme : 'Bearer';
}

export default experiment;
