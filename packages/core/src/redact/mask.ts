import { looksLikeJwt } from '../model/base64.ts';

/** What stands in place of a value that is not shown: `<redacted 32 hex>`. */
export const MASK = /<redacted(?: [\w ]{1,40})?>/g;

/** What kind of value was there, and how long it was as far as that tells nothing of a password. */
export function mask(value: string): string {
  return `<redacted ${kindOf(value)}>`;
}

function kindOf(value: string): string {
  const n = value.length;
  if (looksLikeJwt(value)) return 'JWT';
  if (/-----BEGIN [A-Z ]{0,40}-----/.test(value.slice(0, 200))) return 'PEM';
  if (/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(value)) return 'UUID';
  if (/^[a-z][a-z0-9+.-]{0,20}:\/\//i.test(value)) return 'URL';
  if (/^[^\s@]{1,80}@[^\s@.]{1,80}\.[^\s@]{1,80}$/.test(value)) return 'email';
  if (/^\d+$/.test(value)) return n < 10 ? 'digits' : `${n} digits`;
  if (/\s/.test(value)) return n < 64 ? 'text' : 'long text';
  if (n < 8) return 'short';
  if (/^[0-9a-f]+$/i.test(value) && /\d/.test(value)) return `${n} hex`;
  if (n < 12) return 'value';
  if (n > 9999) return 'very long value';
  if (/^[A-Za-z0-9+/]+={1,2}$/.test(value) || (/^[A-Za-z0-9+/]+$/.test(value) && /[+/]/.test(value)))
    return `${n} base64`;
  if (/^[A-Za-z]+$/.test(value)) return `${n} letters`;
  if (/^[A-Za-z0-9_-]+$/.test(value)) return `${n} base64url`;
  return `${n} characters`;
}
