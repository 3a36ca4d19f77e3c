import type { Reference } from './model.ts';

/** A section of an RFC. */
export function rfc(number: number, section: string): Reference {
  return {
    title: `RFC ${number} §${section}`,
    url: `https://www.rfc-editor.org/rfc/rfc${number}.html#section-${section}`,
  };
}
