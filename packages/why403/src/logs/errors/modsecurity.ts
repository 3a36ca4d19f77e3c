import type { ErrorEntry, ErrorFormat } from '../model.ts';
import { readClock } from '../time.ts';
import { tell, type Words } from './told.ts';

// Serial audit log, ModSecurity 2 (`--a1b2c3d4-A--`) and 3 (`---a1b2c3d4---A--`).
// https://github.com/owasp-modsecurity/ModSecurity/wiki/ModSecurity-2-Data-Formats
const BOUNDARY = /^-{2,3}([0-9A-Za-z]{8})-{1,3}([A-Z])--$/;
const WORDS: readonly Words[] = [
  {
    is: /Access denied with .{0,4000}?\[id "(\d{1,12})"\]/,
    causes: ['content-rejected'],
    says: 'ModSecurity: a rule refused the request',
  },
  { is: /Access denied with/, causes: ['content-rejected'], says: 'ModSecurity: a rule refused the request' },
];

const format: ErrorFormat = {
  id: 'modsecurity-audit',
  title: 'ModSecurity audit log',
  accepts: (line) => BOUNDARY.test(line),
  reader() {
    let section = '';
    let wall = Number.NaN;
    let client = '';
    let method = '';
    let target = '';
    let told: ErrorEntry['told'] | undefined;
    return (line) => {
      const boundary = BOUNDARY.exec(line);
      if (boundary) {
        section = boundary[2]!;
        if (section === 'A') {
          wall = Number.NaN;
          client = method = target = '';
          told = undefined;
        }
        if (section !== 'Z' || !told) return undefined;
        const entry = { wall, client, method, target, file: false, told };
        told = undefined;
        return entry;
      }
      if (section === 'A' && line.startsWith('[')) {
        const close = line.indexOf(']');
        wall = readClock(line.slice(1, close));
        client = line.slice(close + 2, close + 300).split(' ')[1] ?? '';
      } else if (section === 'B' && method === '') {
        const [first = '', second = ''] = line.slice(0, 4000).split(' ');
        method = first;
        target = second;
      } else if (section === 'H') {
        told ??= tell(line.slice(0, 8000), WORDS, 'ModSecurity');
      }
      return undefined;
    };
  },
};

export default format;
