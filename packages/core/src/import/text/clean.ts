// What terminals and CI systems put into a text: colours, progress that was overwritten, time stamps, log levels.

const ANSI =
  /\u001b(?:\[[0-?]{0,40}[ -/]{0,5}[@-~]|\][^\u0007\u001b]{0,2000}(?:\u0007|\u001b\\)|[@-Z\\^_])|\u009b[0-?]{0,40}[@-~]/g;
/** The same where the escape sign was lost, or was written out. */
const LOST_ANSI =
  /(?:\^\[|\\e|\\033|\\x1b|\\u001b)\[[0-9;]{0,20}m|(?<![\w\])])\[(?:0|[0-9]{1,2}(?:;[0-9]{1,3}){0,4})m/gi;

const PREFIXES: readonly RegExp[] = [
  // gh run view --log: job, step
  /^[^\t]{1,100}\t[^\t]{1,100}\t(?=\ufeff?\d{4}-\d\d-\d\dT)/,
  // GitHub Actions, GitLab, most loggers
  /^\ufeff?\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?: ?(?:Z|UTC|[+-]\d\d:?\d\d))?\]?[ \t]{1,4}(?:\d\d[OE][+ ]?)?/,
  /^\[?\d\d:\d\d:\d\d(?:[.,]\d{1,9})?\]?[ \t]{1,4}/,
  /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d(?:\.\d{1,9})? /,
  // syslog
  /^(?:<\d{1,3}>)?[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \S{1,100} [^\s:]{1,80}: /,
  // klog
  /^[IWEF]\d{4} \d\d:\d\d:\d\d\.\d{6} {1,9}\d{1,9} [\w./-]{1,100}:\d{1,6}\] /,
  /^##\[(?:error|warning|debug|command|section|group)\]/,
  /^::(?:error|warning|notice|debug)[^:]{0,300}::/,
  /^section_(?:start|end):\d{1,12}:[^\r\n]{0,100}/,
  // BuildKit, docker compose, foreman
  /^#\d{1,4} (?:\d{1,5}\.\d{1,3} )?(?=\S)/,
  /^[\w.-]{1,60} {0,40}\| /,
  /^\[(?:ERROR|INFO|WARN|WARNING|DEBUG|FATAL|error|info|warn|debug|fatal)\](?! \d{1,10}#)[ \t]{0,4}/,
];

/** One line of a text: as it stands without colours, and without what a logger put before it. */
export interface CleanLine {
  readonly raw: string;
  readonly text: string;
}

/** A line without colours, and as it was left on the screen: of what was overwritten the last remains. */
export function plainLine(line: string): string {
  let plain = line.endsWith('\r') ? line.slice(0, -1) : line;
  if (/[\u001b\u009b]/.test(plain)) plain = plain.replace(ANSI, '');
  if (plain.includes('[')) plain = plain.replace(LOST_ANSI, '');
  if (plain.includes('\r')) plain = plain.slice(plain.lastIndexOf('\r') + 1);
  return plain.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/g, '');
}

/** The lines of a text. */
export function cleanLines(text: string): readonly CleanLine[] {
  return text
    .replace(/^\ufeff/, '')
    .split('\n')
    .map((line) => {
      const raw = plainLine(line);
      return { raw, text: withoutPrefix(raw) };
    });
}

function withoutPrefix(line: string): string {
  let text = line;
  for (let round = 0; round < 4; round++) {
    const found = PREFIXES.map((prefix) => prefix.exec(text)?.[0] ?? '').find((prefix) => prefix !== '');
    if (found === undefined) break;
    text = text.slice(found.length);
  }
  return text;
}
