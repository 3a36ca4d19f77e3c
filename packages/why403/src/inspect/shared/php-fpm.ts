import { dirname, resolve } from 'node:path';
import { readConfigured, readFileText, readFolderNames } from '../../shared/read-file.ts';

/** A pool of PHP-FPM as its configuration describes it. */
export interface FpmPool {
  readonly name: string;
  readonly listen: string;
  readonly user?: string;
  readonly group?: string;
  /** Endings that may be run; `.php .phar` where nothing else is said, empty for all. */
  readonly extensions: readonly string[];
  readonly chroot?: string;
  readonly file: string;
  /** Line of `security.limit_extensions`, where it is set. */
  readonly extensionsLine?: number;
}

interface Entry {
  readonly section: string;
  readonly key: string;
  readonly value: string;
  readonly file: string;
  readonly line: number;
}

function readEntries(file: string, seen: Set<string>, start = { section: '' }): Entry[] {
  if (seen.has(file) || seen.size > 200) return [];
  seen.add(file);
  let text: string;
  try {
    text = readConfigured(file, { most: 1 << 20 });
  } catch {
    return [];
  }
  const entries: Entry[] = [];
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.replace(/^\s*[;#].*$/, '').trim();
    const section = /^\[([^\]]+)\]$/.exec(line)?.[1];
    if (section !== undefined) start.section = section;
    const equals = line.indexOf('=');
    if (equals < 1 || section !== undefined) continue;
    const key = line.slice(0, equals).trim();
    const value = line
      .slice(equals + 1)
      .replace(/\s;.*$/, '')
      .trim()
      .replace(/^"([^"]*)"$/, '$1');
    if (key === 'include') {
      const pattern = resolve(dirname(file), value);
      if (pattern.includes('*')) {
        try {
          const [before = '', after = ''] = pattern.slice(dirname(pattern).length + 1).split('*');
          for (const name of readFolderNames(dirname(pattern)))
            if (name.startsWith(before) && name.endsWith(after))
              entries.push(...readEntries(`${dirname(pattern)}/${name}`, seen, start));
        } catch {
          // A folder that is missing holds no pools.
        }
      } else entries.push(...readEntries(pattern, seen, start));
    } else entries.push({ section: start.section, key, value, file, line: index + 1 });
  }
  return entries;
}

/** Main files of PHP-FPM: of the running masters, then the usual places. */
function mainFiles(): string[] {
  const files: string[] = [];
  try {
    for (const pid of readFolderNames('/proc')) {
      if (!/^\d+$/.test(pid)) continue;
      try {
        const title = readFileText(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');
        const file = /^php-fpm: master process \(([^)]+)\)/.exec(title)?.[1];
        if (file) files.push(file);
      } catch {
        // Gone in the meantime.
      }
    }
    for (const version of readFolderNames('/etc/php')) files.push(`/etc/php/${version}/fpm/php-fpm.conf`);
  } catch {
    // No /proc or no Debian layout.
  }
  return [...new Set([...files, '/etc/php-fpm.conf'])];
}

/** Finds the pool that listens at a socket path or `host:port`; undefined where no configuration that can be read names it. */
export function findFpmPool(address: string): FpmPool | undefined {
  const wanted = address.replace(/^unix:/, '');
  const port = /^(?:127\.0\.0\.1|localhost|\[::1\])?:?(\d+)$/.exec(wanted)?.[1];
  for (const main of mainFiles()) {
    const entries = readEntries(main, new Set());
    for (const entry of entries) {
      if (entry.key !== 'listen') continue;
      const same = entry.value === wanted || (port !== undefined && new RegExp(`(?:^|:)${port}$`).test(entry.value));
      if (!same) continue;
      const last = (key: string): Entry | undefined =>
        entries.findLast((one) => one.section === entry.section && one.key === key);
      const user = last('user')?.value;
      const group = last('group')?.value;
      const chroot = last('chroot')?.value;
      const limit = last('security.limit_extensions');
      return {
        name: entry.section,
        listen: entry.value,
        ...(user ? { user } : {}),
        ...(group ? { group } : {}),
        ...(chroot ? { chroot } : {}),
        extensions: limit ? limit.value.split(/[\s,]+/).filter(Boolean) : ['.php', '.phar'],
        file: entry.file,
        ...(limit ? { extensionsLine: limit.line } : {}),
      };
    }
  }
  return undefined;
}
