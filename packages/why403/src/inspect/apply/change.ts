/** What a fix changes, as data: `--apply` carries it out by itself and in place, and can tell later what it wrote. */
import type { Edit } from '../shared/config-edit.ts';
import type { Identity } from './stamp.ts';

/** The first place of a text on one line, replaced. */
export interface Swap {
  readonly op: 'swap';
  readonly line: number;
  readonly from: string;
  readonly to: string;
}

export type Change =
  /** `held` is the digest of what the file held when its lines were counted. */
  | { readonly kind: 'edit'; readonly path: string; readonly edits: readonly (Edit | Swap)[]; readonly held?: string }
  /** A new file. */
  | { readonly kind: 'create'; readonly path: string; readonly text: string }
  | RightsChange;

export type RightsChange = {
  readonly path: string;
  /** Which file it was when its rights were looked at. */
  readonly identity?: Identity;
} & (
  | /** Bits of the mode that are added. */ { readonly kind: 'mode'; readonly add: number }
  /** An entry for one user in the access control list: 4 (read), 2 (write) and 1 (search). */
  | { readonly kind: 'acl'; readonly uid: number; readonly rights: number }
);

const place = (edit: Edit | Swap): number => (edit.op === 'insert' ? edit.after + 0.5 : edit.line);
// Bytes stand as characters of Latin-1, so that what is not UTF-8 stays as it is.
const bytes = (text: string): string => Buffer.from(text).toString('latin1');

/** The content of a file after these edits. Throws where the file no longer holds what an edit is for. */
export function editBytes(before: Buffer, edits: readonly (Edit | Swap)[]): Buffer {
  const lines = before.toString('latin1').split('\n');
  const gone = (line: number): never => {
    throw new Error(`line ${line} is not what it was when it was read`);
  };
  // From the bottom up, so that the line numbers above stay true.
  for (const edit of [...edits].sort((a, b) => place(b) - place(a))) {
    if (edit.op === 'insert') {
      lines.splice(edit.after, 0, ...edit.lines.map(bytes));
      continue;
    }
    const old = lines[edit.line - 1] ?? gone(edit.line);
    if (edit.op === 'delete') lines.splice(edit.line - 1, (edit.to ?? edit.line) - edit.line + 1);
    else if (edit.op === 'replace') {
      // A line that could not be read as UTF-8 would be written back with other bytes.
      if (edit.text.includes('\ufffd')) gone(edit.line);
      lines[edit.line - 1] = bytes(edit.text);
    } else {
      const at = old.indexOf(bytes(edit.from));
      if (at < 0) gone(edit.line);
      lines[edit.line - 1] = old.slice(0, at) + bytes(edit.to) + old.slice(at + bytes(edit.from).length);
    }
  }
  return Buffer.from(lines.join('\n'), 'latin1');
}
