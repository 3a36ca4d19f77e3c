// Which words of a line may be the server's: what is left when a client's own turns, names of classes, addresses and places in code are
// taken off both ends.

/** Words that clients say of every refusal. A clause that has no other says nothing of this one. */
const CLIENT = new Set(
  `a about above access accessing after again all an and any api app archive are argument as asset at attempt attempting authenticated await backend bad be
  because been before being below binary body build but by call called calling can cannot cause caused check client code command complete completed connect
  connection console content could crate curl data dependencies dependency did didn does doesn download downloading during encountered end endpoint err error
  errors event exception execute execution exit exited expected fail failed failing fails failure fatal fetch fetched fetching file files following for
  forbidden found from full get getting got graphql had handling has have having head help here host http https if image in index indicate info information
  input install installation installing instead internal into invalid io is it its json last layer line link load loaded loading local location log look
  looking make making manifest map message metadata method missing module more most msg name network no non not now object obtain ok on one only open
  operation option options or org original ended other out output package packages page parse parsing patch path please plugin post problem process
  processing project promise publish pull pulling push pushing put query raised read reading reason received registry releases remote repo repository request
  requested requesting requests resolve resolving resource response responded result retrieve retrieving retry retrying return returned returns run running
  runtime see self send sending sent server service settled show source stack started state status step stream string success successful successfully
  summary target task test text than that the then there this threw throw thrown time timeout to trace traceback transfer tried try trying type typeerror
  unable unauthorized unauthorised unexpected unhandled uncaught uploading upload update updating uri url urls use used using user v valid validate value
  verbose version via want warn warning was we went were what when where which while will with within without works wrong xhr you your
  kb mb ms sec seconds times retries remaining attempts left promise async rejection errno syscall
  bytes chunk elapsed finished process step exit job pipeline stage`.split(/\s+/),
);
/** A class, a function, a path or a place in code: one word that no sentence has. */
const NAME =
  /^[\w$]{1,200}(?:[.\\/:$#@-]{1,3}[\w$<>*]{1,200}){1,60}(?:\([^)]{0,200}\))?$|^[A-Za-z]{1,80}(?:Error|Exception|Failure|Fault)$|^[A-Z][a-z0-9]{1,40}(?:[A-Z][a-z0-9]{1,40}){1,8}(?:Error|Exception)?$/;
/** Lines that are places in code, or drawn by a terminal. */
const FRAME =
  /^\s{0,40}(?:at (?:async )?[^\s(]{1,300}(?: \[as [^\]]{1,80}\])?(?: ?\(|:\d|$)|File "[^"]{0,400}", line \d|#\d{1,4}:? {1,4}\S|from \S{1,300}:\d|\S{1,300}:\d{1,6}:in [`']|\S{1,300}\.(?:go|rs|rb|py|js|ts|java|php|swift|dart|cs|kt):\d{1,6}(?::\d{1,6})?(?:\s|$)|\.{3} \d{1,6} more|goroutine \d|Traceback \(most|Stack ?trace:|stack backtrace|node:internal|~{3,}|\^{2,}|[-=*_─━═┌│└├┐┘┤╭╰]{3,}|\+ ~{3}|At line:\d|The above exception|During handling of|\d{1,5}: {1,4}0x[0-9a-f])|^\s{0,40}in \S{1,300} on line \d{1,6}$|^\s{0,9}\S{1,200}\s{1,4}@\s{1,4}\S{1,200}:\d{1,7}(?::\d{1,7})?$|^\s{0,9}await in \S{1,200}\s{0,4}$/;
const CLAUSE = /(?:[.!?;:,](?=\s|$)| [-–—|=>]{1,2} |\s?[([{]|[)\]}]|["“”«»])\s{0,4}/g;

/** Whether a line is of a stack trace, or drawn. */
export function isFrame(line: string): boolean {
  return FRAME.test(line);
}

/**
 * The part of a line from the first clause to the last that says more than clients do; '' where none does. `cut` are runs of the line that
 * were read already: they count for nothing.
 */
export function wordsOf(line: string, cut: readonly { readonly start: number; readonly end: number }[]): string {
  const text = line.slice(0, 8000);
  const ends = [...text.matchAll(CLAUSE)].map(({ index, 0: sign }) => ({
    at: index,
    after: index + sign.length,
    sign,
  }));
  let from = -1;
  let to = -1;
  let start = 0;
  for (const { at, after, sign } of [...ends, { at: text.length, after: text.length, sign: '' }]) {
    if (says(blank(text, start, at, cut))) {
      if (from < 0) from = start;
      // a sentence keeps its full stop, and a bracket its other half
      to = at + (/^[.!?)\]}"”»]/.exec(sign)?.[0].length ?? 0);
    }
    start = after;
  }
  if (from < 0) return '';
  const quote = text[from - 1];
  if (quote !== undefined && /["“([{]/.test(quote) && closes(text.slice(from, to), quote)) from--;
  return text.slice(from, to).trim();
}

/** Whether a run holds the other half of a bracket or a quote that stands before it. */
function closes(run: string, open: string): boolean {
  const close = { '(': ')', '[': ']', '{': '}', '“': '”' }[open] ?? open;
  return run.split(close).length % 2 === 0 && !(open !== close && run.includes(open));
}

function blank(
  text: string,
  from: number,
  to: number,
  cut: readonly { readonly start: number; readonly end: number }[],
): string {
  let piece = '';
  let at = from;
  for (const { start, end } of cut) {
    if (end <= at || start >= to) continue;
    piece += `${text.slice(at, Math.max(at, start))} `;
    at = Math.min(to, end);
  }
  return piece + text.slice(at, to);
}

function says(clause: string): boolean {
  let left = 0;
  for (const word of clause.split(/[\s`'’,]+/)) {
    const bare = word.replace(/^[^\w$/@]{1,20}|[^\w$/)>]{1,20}$/g, '');
    if (bare === '' || !/[\p{L}]{2}/u.test(bare) || NAME.test(bare) || CLIENT.has(bare.toLowerCase())) continue;
    if (/^[/~][^\s]{1,400}$|^--?[\w-]{1,60}$|^\d/.test(bare)) continue;
    left++;
  }
  return left > 0;
}
