import type { ErrorFormat } from '../model.ts';
import { readClock } from '../time.ts';
import { tell, type Words } from './told.ts';

/** PHP-FPM's words, in its own log and, as the application's standard error, in the web server's. */
export const PHP_WORDS: readonly Words[] = [
  {
    is: /Access to the script '[^']*' has been denied \(see security\.limit_extensions\)/,
    causes: ['server-rule'],
    says: 'PHP-FPM: this file extension may not be run (security.limit_extensions)',
  },
  {
    is: /Unable to open primary script: .{0,4000}?\(Permission denied\)/,
    causes: ['file-permissions'],
    says: "PHP-FPM: the pool's user may not read the script",
  },
  {
    is: /[Ff]ailed to open stream: Permission denied/,
    causes: ['file-permissions'],
    says: "PHP: the pool's user may not read a file",
  },
];

const HEAD = /^\[(\d\d-[A-Z][a-z]{2}-\d{4} \d\d:\d\d:\d\d)(?:\.\d{1,6})?(?: [A-Za-z/_+-]{1,40})?\] /;

const format: ErrorFormat = {
  id: 'php-fpm',
  title: 'PHP-FPM log',
  accepts: (line) => HEAD.test(line),
  reader: () => (line) => {
    const head = HEAD.exec(line);
    if (!head) return undefined;
    const told = tell(line.slice(0, 8000), PHP_WORDS, 'PHP-FPM');
    if (!told) return undefined;
    const file =
      /Access to the script '([^']{0,2000})'/.exec(line)?.[1] ?? /primary script: (\S{1,2000})/.exec(line)?.[1] ?? '';
    return { wall: readClock(head[1]!.replaceAll('-', '/')), client: '', target: file, file: true, told };
  },
};

export default format;
