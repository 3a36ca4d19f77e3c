import type { Document } from '../model/diagnosis.ts';
import { UNSEEN } from './escape.ts';

/** The document of `--json` as text. What moves or hides text in a terminal stands as an escape of JSON (RFC 8259 section 7). */
export function json(document: Document): string {
  const text = JSON.stringify(document, null, 2);
  const escaped = text.replace(UNSEEN, (ch) =>
    // the line ends between the fields are JSON's own: inside strings they are escaped already
    ch === '\n' ? ch : ch.split('').map(unit).join(''),
  );
  return `${escaped}\n`;
}

function unit(ch: string): string {
  return `\\u${ch.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
