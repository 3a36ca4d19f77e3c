/** A value from a request, fit for a sentence: short, and never a secret. */
import { visible } from '@why403/core';
import type { About } from './trial.ts';

const SECRET: readonly About[] = ['credentials', 'credential-form', 'token-invalid', 'token-expired', 'csrf', 'scope'];

/** The value in quotes, cut at 80 characters; "not sent" for none; only its length where it may be a secret. */
export function quoteEvidence(about: About, value: string): string {
  if (value === '') return 'not sent';
  if (SECRET.includes(about)) return `sent, ${value.length} characters`;
  const clean = visible(value);
  return `"${clean.length > 80 ? `${clean.slice(0, 79)}…` : clean}"`;
}

/** A configuration line that compares a secret, with the literals in it hidden, so that a report can be passed on. */
export function hideLiterals(line: string): string {
  return line
    .replace(/(jwt_verify\([^,()]*,)[^()]*\)/g, '$1…)')
    .replace(/(['"])([^'"%{}()\s]{3,})\1/g, '$1…$1')
    .replace(/(\s-m\s+(?:str|end|sub|reg)\s+)(?!["'])([^\s{}]+)/g, '$1…');
}
