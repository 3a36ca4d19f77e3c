import type { Header } from '../model/exchange.ts';
import type { ImportContext, Importer } from '../model/importer.ts';
import { answered, type Recorded } from './parts/recorded.ts';
import { fillIn, withGiven } from './parts/variables.ts';

const METHODS = 'GET|HEAD|POST|PUT|DELETE|CONNECT|OPTIONS|TRACE|PATCH|GRAPHQL|WEBSOCKET';
const START = new RegExp(
  `^(?:(${METHODS})[ \\t]{1,9})?((?:https?://|\\{\\{)\\S{0,8000})(?:[ \\t]{1,9}HTTP/[0-9.]{1,3})?[ \\t]{0,9}$`,
);

/** A file of requests as VS Code (REST Client) and the JetBrains editors write it: `###` between them, variables, handlers of answers. */
const httpFile: Importer = {
  id: 'http-file',
  title: 'file of requests (.http)',
  accepts(text) {
    const head = text.slice(0, 65_536).replace(/\r/g, '');
    // a plain message is raw HTTP; this has something that only such files have
    if (
      !/^(?:###|@[\w.-]{1,60}[ \t]{0,9}=|(?:#|\/\/) ?@\w|> ?\{%|<> |> \S{1,300}\.\w{1,10}$)|\{\{[^{}\n]{1,80}\}\}/m.test(
        head,
      )
    )
      return false;
    const [first] = head.split('\n').filter((line) => line.trim() !== '' && !/^(?:#|\/\/|@)/.test(line.trim()));
    return (
      first !== undefined &&
      START.test(first.trim()) &&
      !/^HTTP\/[0-9.]{1,3} \d{3}/m.test(head) &&
      !/^(?:HTTP (?:\d{3}|\*)|\[Asserts\])$/m.test(head)
    );
  },
  read: (text, context) => answered(readParts(text.slice(0, 4_000_000), context), 'a file of requests', context),
};

export default httpFile;

function readParts(text: string, context: ImportContext): readonly Recorded[] {
  const variables = new Map<string, string>();
  for (const [, name, value] of text.matchAll(/^@([\w.-]{1,60})[ \t]{0,9}=[ \t]{0,9}([^\r\n]{0,4000})/gm))
    variables.set(name!, value!.trim());
  // as editors have it, what stands in the file itself counts before its environment
  const known = new Map([...withGiven(new Map(), context), ...variables]);
  return text.split(/^###.*$/m).flatMap((part) => readPart(part, known));
}

function readPart(part: string, variables: ReadonlyMap<string, string>): readonly Recorded[] {
  const lines = part
    .split(/\r?\n/)
    .filter(
      (line) =>
        !/^(?:#|\/\/|@[\w.-]{1,60}[ \t]{0,9}=)/.test(line.trim()) || (/^#\S/.test(line) === false && /^\s/.test(line)),
    );
  const at = lines.findIndex((line) => line.trim() !== '');
  const start = at < 0 ? undefined : START.exec(lines[at]!.trim());
  if (!start) return [];
  let url = start[2]!;
  let next = at + 1;
  // a query may go on, a line for each of its parts
  while (/^\s{1,20}[?&]\S/.test(lines[next] ?? '')) url += lines[next++]!.trim();
  const headers: Header[] = [];
  for (; next < lines.length && lines[next]!.trim() !== ''; next++) {
    const field = /^([!#$%&'*+.^_`|~\w-]{1,200}):[ \t]{0,9}(.*)$/.exec(lines[next]!.trim());
    if (field) headers.push([field[1]!, fillIn(field[2]!, variables)]);
  }
  const body = lines
    .slice(next)
    .join('\n')
    .replace(/^(?:>\s?\{%[\s\S]*?%\}|<>? .*|> \S.*|>>!? .*|<\s?\{%[\s\S]*?%\})$/gm, '')
    .trim();
  return [
    {
      method: start[1] ?? 'GET',
      url: fillIn(url, variables),
      headers,
      body: body === '' ? undefined : fillIn(body, variables),
    },
  ];
}
