import { credentialsOf } from '../model/case.ts';
import type { Request } from '../model/exchange.ts';
import type { Experiment, Variation } from '../model/experiment.ts';
import { ALIKE, MOSTLY_ALIKE, odds, PASSES, withHeader, without } from '../model/vary.ts';

// The same secret in the form that the server asks for or that its kind has: never another secret.
const experiment: Experiment = {
  id: 'credential-form',
  asks: 'Does the same credential pass in another form: the scheme word of the challenge, Bearer for a token, without quotes, in Authorization?',
  vary(c, material) {
    // where nobody at all is let in, no form of a credential is what lets in
    const anonymous = material.seen.find(({ variation }) => variation.experiment === 'no-credentials')?.outcome;
    if (anonymous === undefined || anonymous === 'allowed') return [];
    const { request } = c.exchange;
    const challenges = c.evidence
      .all('challenge')
      .filter(({ fact }) => !fact.proxy && /^[a-z][\w-]{1,30}$/i.test(fact.scheme));
    const forms = new Map<string, { request: Request; changed: string }>();
    const add = (changed: string, next: Request): void => {
      const key = JSON.stringify(next.headers);
      if (key !== JSON.stringify(request.headers) && !forms.has(key)) forms.set(key, { request: next, changed });
    };
    for (const { fact } of credentialsOf(c)) {
      if (
        fact.kind === 'session-cookie' ||
        fact.kind === 'signed-url' ||
        fact.kind === 'client-certificate' ||
        fact.kind === 'sigv4'
      )
        continue;
      const value = fact.value
        .replace(/[\r\n\t]|\\n|%0[ad]/gi, '')
        .replace(/^["']|["']$/g, '')
        .replace(/^(?:bearer|basic|token)[\s:]+/i, '')
        .trim();
      if (value === '') continue;
      const inHeader = request.headers.some(([n]) => n.toLowerCase() === fact.name.toLowerCase());
      const bare =
        inHeader && fact.name.toLowerCase() !== 'authorization' ? without(request, fact.name.toLowerCase()) : request;
      const authorization = (scheme: string): Request => withHeader(bare, 'Authorization', `${scheme} ${value}`);
      for (const challenge of challenges) {
        if (challenge.fact.scheme.toLowerCase() === 'basic' && fact.kind !== 'basic') continue;
        add(`the same credential as Authorization: ${challenge.fact.scheme}`, authorization(challenge.fact.scheme));
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
        turn: { 'credentials-malformed': 'proves' },
        fix: 'send the credential in this form',
      }),
    );
  },
};

function schemeOf(fact: {
  readonly kind: string;
  readonly scheme?: string;
  readonly problems: readonly string[];
}): string {
  if (fact.kind === 'basic') return 'Basic';
  return fact.scheme && !fact.problems.includes('unknown-scheme') ? fact.scheme : 'Bearer';
}

export default experiment;
