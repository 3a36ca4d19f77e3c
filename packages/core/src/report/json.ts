import type { Document } from '../model/diagnosis.ts';
import { jsonText } from './escape.ts';

/** The document of `--json` as text. */
export function json(document: Document): string {
  return `${jsonText(document, 2)}\n`;
}
