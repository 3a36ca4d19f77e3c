/** Marks of `curl --trace`, `--trace-ascii` and Git's GIT_TRACE_CURL, with or without the time before them. */
const MARK =
  /^(?:\d\d:\d\d:\d\d\.\d{3,6} )?(?:http\.c:\d{1,6} {1,20})?(=>|<=|==) ?(Send|Recv|Info)(?: SSL)?(?: (header|data))?(?:, \d{1,12} bytes \(0x[0-9a-f]{1,12}\)|[:,])? ?(.*)$/;
const LINE = /^([0-9a-f]{4,8}): (.*)$/;
/** Columns of the bytes in a line of `--trace`. */
const HEX_WIDE = 48;
/** Characters of one line of `--trace-ascii`; a line that has as many goes on in the next. */
const WIDE = 64;

export function isTrace(text: string): boolean {
  return /^(?:\d\d:\d\d:\d\d\.\d{3,6} )?(?:http\.c:\d{1,6} {1,20})?(?:=> Send|<= Recv) header[,:]/m.test(
    text.slice(0, 70_000),
  );
}

/** A trace as `curl -v` would have told it. */
export function unfoldTrace(text: string): string {
  const out: string[] = [];
  let mark: string | undefined;
  let message = '';
  const end = (): void => {
    const lines = message.replace(/\r/g, '').split('\n');
    if (lines.at(-1) === '') lines.pop();
    if (mark !== undefined) for (const line of lines) out.push(mark + line);
    message = '';
  };
  for (const raw of text.split('\n')) {
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    const told = MARK.exec(line);
    if (told) {
      end();
      mark = markOf(told);
      // Git puts the line itself behind the mark
      if (told[4] !== '' || / header: ?$/.test(line)) message = `${told[4]}\n`;
      continue;
    }
    const shown = LINE.exec(line)?.[2];
    if (shown === undefined) {
      end();
      mark = '* ';
      message = line;
    } else message += partOf(shown);
  }
  end();
  return out.join('\n');
}

function markOf(told: RegExpExecArray): string {
  if (told[2] === 'Info') return '* ';
  if (told[3] === 'header') return told[1] === '=>' ? '> ' : '< ';
  return told[1] === '=>' ? '* sent ' : '';
}

/** What one line of a dump holds: bytes of `--trace`, or text of `--trace-ascii`, where a full line goes on in the next. */
function partOf(shown: string): string {
  const hex = shown.length > HEX_WIDE && /^(?:[0-9a-f]{2} ){1,16} {0,48}$/.test(shown.slice(0, HEX_WIDE));
  if (!hex) return shown.length === WIDE ? shown : `${shown}\n`;
  return shown
    .slice(0, HEX_WIDE)
    .trim()
    .split(' ')
    .map((byte) => String.fromCharCode(Number.parseInt(byte, 16)))
    .join('');
}
