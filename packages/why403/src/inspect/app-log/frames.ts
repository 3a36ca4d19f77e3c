/** The frame of a stack trace that stands in the application itself, and not in what it depends on. */
import { existsSync } from 'node:fs';

export interface Frame {
  readonly file: string;
  readonly line: number;
}

/** `at f (/srv/app.js:10:5)`, `File "/srv/app.py", line 10`, `/srv/app.rb:10:in`, `in /srv/app.php on line 10`, `/srv/main.go:10 +0x1d`. */
const FRAME = /(?:file:\/\/)?(\/[\w.@/+-]{1,300}\.[A-Za-z]{1,6})(?:", line |:| on line |\()(\d{1,7})\b/g;
const FOREIGN =
  /\/(?:node_modules|site-packages|dist-packages|vendor|gems|\.cargo|pkg\/mod)\/|^\/usr\/(?:lib|share|local\/go)\/|\/lib\/(?:python|ruby|perl)/;
const LONGEST = 2_000;
const MOST_LINES = 200;

/** Undefined where no line shows one whose file is there. Python writes the innermost frame last, all others first. */
export function frameOf(lines: readonly string[]): Frame | undefined {
  const frames = lines
    .slice(-MOST_LINES)
    .flatMap((line) =>
      [...line.slice(0, LONGEST).matchAll(FRAME)].flatMap(([, file = '', at]): Frame[] =>
        FOREIGN.test(file) || !existsSync(file) ? [] : [{ file, line: Number(at) }],
      ),
    );
  return lines.some((line) => line.startsWith('Traceback (most recent call last)')) ? frames.at(-1) : frames[0];
}
