/** Marks of `curl --trace`, `--trace-ascii` and Git's GIT_TRACE_CURL, with or without the time before them. */
const MARK =
  /^(?:\d\d:\d\d:\d\d\.\d{3,6} )?(?:http\.c:\d{1,6} {1,20})?(=>|<=|==) ?(Send|Recv|Info)(?: SSL)?(?: (header|data))?(?:, \d{1,12} bytes \(0x[0-9a-f]{1,12}\)|[:,])? ?(.*)$/;
const LINE = /^([0-9a-f]{4,8}): (.*)$/;
const HEX = /^((?:[0-9a-f]{2} ){1,16}) {0,60}/;
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
  let mark = '';
  let open = false;
  const put = (line: string): void => {
    if (open) out[out.length - 1] += line;
    else out.push(mark === '' ? line : mark + line);
  };
  for (const raw of text.split('\n')) {
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    const told = MARK.exec(line);
    if (told) {
      open = false;
      mark =
        told[2] === 'Info'
          ? '* '
          : told[3] === 'header'
            ? told[1] === '=>'
              ? '> '
              : '< '
            : told[1] === '=>'
              ? '* sent '
              : '';
      if (told[2] === 'Info') out.push(`* ${told[4]!.trimStart()}`);
      else if (told[4] && told[3] === 'header') put(told[4]);
      continue;
    }
    const shown = LINE.exec(line);
    if (!shown) continue;
    const hex = HEX.exec(shown[2]!);
    if (hex && /^(?:[0-9a-f]{2} ){4}/.test(shown[2]!)) {
      putBytes(hex[1]!, put);
      open = !hex[1]!.includes('0a');
      continue;
    }
    put(shown[2]!);
    open = shown[2]!.length === WIDE;
  }
  return out.join('\n');
}

/** A line of `--trace`: bytes, with line ends among them. */
function putBytes(hex: string, put: (line: string) => void): void {
  const text = hex
    .trim()
    .split(' ')
    .map((byte) => String.fromCharCode(Number.parseInt(byte, 16)))
    .join('');
  for (const part of text.replace(/\r/g, '').split('\n')) put(part);
}
