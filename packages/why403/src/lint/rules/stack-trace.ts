import { bodyOf, inBody } from '../look.ts';
import type { Rule } from '../model.ts';
import { rfc } from '../refer.ts';

// How traces of common runtimes look: one frame is enough. Frames begin a line, which in HTML and JSON is <br> and \n; that
// also keeps the search linear on hostile bodies.
const LINE = String.raw`(?:^|\\n|<br ?/?>|<pre>)[ \t]{0,20}at `;
const FRAMES: readonly (readonly [string, RegExp])[] = [
  ['Python', /Traceback \(most recent call last\)|File \\?"[^"\n\\]{1,300}\\?", line \d{1,6}, in /],
  [
    'Java',
    new RegExp(
      String.raw`${LINE}[\w$]{1,100}(?:\.[\w$<>]{1,100}){2,12}\([\w$]{1,100}\.(?:java|kt|scala):\d{1,6}\)`,
      'm',
    ),
  ],
  ['.NET', new RegExp(String.raw`${LINE}[^\s()]{3,300}\([^()\n]{0,300}\) in [^\n]{1,300}:line \d{1,6}`, 'm')],
  [
    'Node.js',
    new RegExp(
      String.raw`${LINE}[^\n()/]{0,100}\(?(?:file:/{2})?(?:/|[A-Z]:\\|node:)[^\s()]{1,300}:\d{1,6}:\d{1,6}`,
      'm',
    ),
  ],
  [
    'PHP',
    / in (?:<b>)?(?:\/|[A-Z]:\\)[^\s<]{1,300}(?:<\/b>)? on line (?:<b>)?\d{1,6}|^#\d{1,3} \/[^\n(]{1,300}\(\d{1,6}\): /m,
  ],
  ['Ruby', /[\w/-]{1,200}\.rb:\d{1,6}:in [`'][^'\n]{1,100}'/],
  ['Go', /goroutine \d{1,6} \[[^\]\n]{1,60}\]:/],
];

const rule: Rule = {
  id: 'stack-trace',
  title: 'The answer shows a stack trace',
  level: 'error',
  reference: rfc(9457, '5'),
  mend: 'Log the trace on the server under an id, and send the id alone.',
  check({ exchange, refused, status }) {
    if (!refused && status < 400) return [];
    const body = bodyOf(exchange);
    for (const [runtime, frame] of FRAMES) {
      const match = frame.exec(body);
      if (match)
        return [{ says: `The body shows a stack trace of ${runtime}.`, at: inBody(match.index, match[0].length) }];
    }
    return [];
  },
};

export default rule;
