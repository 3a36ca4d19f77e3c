/** A value from a request, fit for a sentence: short, and never a secret. */
import type { About } from './trial.ts';

const SECRET: readonly About[] = ['credentials', 'credential-form', 'token-invalid', 'token-expired', 'csrf', 'scope'];

/** The value in quotes, cut at 80 characters; "not sent" for none; only its length where it may be a secret. */
export function quoteEvidence(about: About, value: string): string {
  if (value === '') return 'not sent';
  if (SECRET.includes(about)) return `sent, ${value.length} characters`;
  const clean = value.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
  return `"${clean.length > 80 ? `${clean.slice(0, 79)}…` : clean}"`;
}
