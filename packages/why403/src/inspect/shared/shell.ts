import { accessSync, constants } from 'node:fs';
import { type ShellLine, sh } from '@why403/core';

/** Whether a program of this name can be started on this machine; also looks where administrators' tools live. */
export function hasProgram(name: string): boolean {
  const folders = [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/sbin', '/usr/bin', '/bin'];
  return folders.some((folder) => {
    try {
      if (!folder.startsWith('/')) return false;
      accessSync(`${folder}/${name}`, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** A `sed -i` command that replaces `from` by `to` on one line of a file: the first place where it stands on that line. */
export function sedReplace(file: string, line: number, from: string, to: string): ShellLine {
  // A basic regular expression: `+ ? ( ) { }` are plain characters in it.
  const pattern = from.replace(/[\\.*[\]^$/]/g, '\\$&');
  const replacement = to.replace(/[\\&/]/g, '\\$&').replaceAll('\n', '\\n');
  return sh`sed -i ${`${line}s/${pattern}/${replacement}/`} ${file}`;
}
