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
  // Android's logcat
  /^(?:\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} {1,5}\d{1,7} {1,6}\d{1,7} [VDIWEF] [\w.$-]{1,60}|[VDIWEF]\/[\w.$-]{1,60}(?:\( {0,6}\d{1,7}\))?) {0,30}: /,
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
  return unwrapped(
    text
      .replace(/^\ufeff/, '')
      .split('\n')
      .map(plainLine),
  ).map((raw) => ({
    raw,
    text: withoutPrefix(raw),
  }));
}

/** Widths of terminals, and of what prints as if it were one. */
const WIDTHS: ReadonlySet<number> = new Set([80, 100, 120, 132, 160, 200]);

/** Lines that a terminal broke at its width are one again: none is longer, and those of that very length go on in the next one. */
function unwrapped(lines: readonly string[]): readonly string[] {
  const width = lines.reduce((most, line) => Math.max(most, line.length), 0);
  const full = lines.filter((line) => line.length === width).length;
  if (width < 60 || width > 300 || !(WIDTHS.has(width) || full > 4)) return lines;
  const whole: string[] = [];
  let goesOn = false;
  for (const line of lines) {
    if (goesOn && line !== '' && !BEGINS.test(line) && withoutPrefix(line) === line) whole.push(whole.pop()! + line);
    else whole.push(line);
    goesOn = line.length === width && !DRAWN.test(line);
  }
  return whole;
}

/** What begins a line, and is never the rest of one. */
const BEGINS = /^(?:\w{2,12}: |[-*>#$✖✗➤│] |\s{4,})/;

/** A line that is drawn, as wide as the terminal. */
const DRAWN = /^[^\w]{0,4}(?:[-=*_#~─━═]{10,}|[│┌└├╭╰║╔╚])|[│┐┘┤╮╯║╗╝] {0,4}$/;

function withoutPrefix(line: string): string {
  let text = line;
  for (let round = 0; round < 4; round++) {
    const found = PREFIXES.map((prefix) => prefix.exec(text)?.[0] ?? '').find((prefix) => prefix !== '');
    if (found === undefined) break;
    text = text.slice(found.length);
  }
  return text;
}
