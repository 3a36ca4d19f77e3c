import { ip, type LargeKind, oneFile, times } from './kind.ts';

const make = oneFile('tinyproxy', 'tinyproxy.conf', (text) => `Port 8080\nMaxClients 10\n${text}`);
const tinyproxy = (rules: string, text: (n: number) => string, more?: LargeKind['files']): LargeKind =>
  make(rules, text, undefined, more);

export const TINYPROXY: readonly LargeKind[] = [
  tinyproxy('Allow', (n) => times(n, (i) => `Allow ${ip(i)}`)),
  tinyproxy(
    'Filter',
    () => 'Filter "@DIR@/filter"\nFilterExtended On',
    (n) => [['filter', `${times(n, (i) => `(ads|track)${i}\\.test$`)}\nx\\.test$\n`]],
  ),
  tinyproxy('Deny', (n) => `${times(n, (i) => `Deny ${ip(i)}`)}\nDeny 127.0.0.1`),
  make(
    'Filter, runaway',
    () => 'Filter "@DIR@/filter"\nFilterExtended On\nFilterURLs On',
    { path: `/${'a'.repeat(60)}` },
    (n) => [['filter', `${times(n, (i) => `/(a+)+${i}$`)}\na$\n`]],
  ),
];
