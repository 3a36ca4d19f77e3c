// Lines of a server's configuration and of its logs. Directives, numbers, addresses and words stay; what stands behind the name of
// a secret, and what looks like a value, does not.
import { type Cut, shifted } from './cuts.ts';
import { isCommon, isName, isReadable, isTrivial } from './form.ts';
import { headerCuts, isWordHeader } from './headers.ts';
import { isSecretName, policyOf } from './names.ts';
import { sentenceCuts } from './sentence.ts';

/** Directives whose argument is a place on the disk: the one who runs the server has to find it. */
const PLACE =
  /^\s{0,100}(?:root|alias|include|(?:access|error)_log|auth_basic_user_file|documentroot|<?directory(?:match)?|authuserfile|authgroupfile|include(?:optional)?|errorlog|customlog|scriptalias|server\.(?:document-root|errorlog)|accesslog\.filename|auth\.backend\.\w+\.userfile|ssl_certificate(?:_key)?|crt|pid|import)\b/i;
/** Directives that give a header, a variable or a parameter its value. */
const SETS =
  /\b(?:(?:proxy|grpc|fastcgi|uwsgi|scgi)_(?:set_header|param|hide_header)|add_header|more_set_(?:input_)?headers|(?:request)?header\s{1,5}(?:always\s{1,5})?(?:set|append|add|merge|setifempty|unset|edit)|http-re(?:quest|sponse)\s{1,5}(?:set|add|replace)-header|set-header|header_up|header_down|setenv|setenvif(?:nocase)?|passenv|setenv\.add-re(?:quest|sponse)-header)\s{1,5}["']?([\w$-]{1,80})["']?\s{1,5}([^;{}\r\n]{1,2000})/gi;
const TOKEN = /"((?:[^"\\]|\\.)*)"?|'((?:[^'\\]|\\.)*)'?|([^\s"'(){};,]+)/g;

/** A part of the request by its name, as the languages of servers write it: `$http_x_key`, `hdr(X-Key)`, `%{HTTP:X-Key}`, `req.http.x-key`. */
const PART =
  /(\$\{?(?:http|cookie|arg)_|%\{(?:HTTP[:_]|req:)|\bHTTP_|\breq\.http\.|\b(?:req\.)?(?:[fs]?hdr|s?cook|cookie|url_?param|urlp)(?:_\w{1,8})?\(\s{0,3}|\b(?:req|http|reqenv)\(\s{0,3}|\bREQUEST_HEADER\[\s{0,3}|\b(?:header|header_regexp\s{1,3}\w{1,40}|req_header|setenvif(?:nocase)?|query)\s{1,3})["']?([\w-]{1,60})/gi;
/** A part as a whole: all cookies, the query, the body. */
const WHOLE =
  /\$\{?(?:args|query_string|request_body|http_cookie)\b|\bHTTP_COOKIE\b|\bQUERY_STRING\b|\breq\.(?:body|cook)\b|\bquery(?:string)?\b|\$HTTP\["cookie"\]/gi;
/** A variable or a function of the request, which is a name and no value. */
const VARIABLE =
  /\$\{?\w{1,80}\}?|%\{[\w:.-]{1,80}\}|\b(?:req\.)?(?:[fs]?hdr|s?cook|url_?param|urlp)(?:_\w{1,8})?\([\w-]{1,60}\)/g;

/** Behind it: operators and flags, and what it is held against. */
const HELD_AGAINST =
  /[\])}"']{0,4}(?:,[\w.()-]{1,40}){0,5}(?:\s{1,5}(?:-[a-z]{1,3}(?:\s{1,5}(?:str|sub|beg|end|reg|dir|dom|len|int|bin))?|[!=~*^<>]{1,3}|eq|ne|is|matches|contains)){0,4}\s{0,5}("[^"]{1,2000}"?|'[^']{1,2000}'?|\/[^/]{1,2000}\/|[^\s,;(){}"']{1,2000}(?:\s[^\s,;(){}"']{1,200}){0,2})/y;

/** Ends of the places where a text names a part of the request that may be a credential. */
function partsOf(text: string): readonly number[] {
  const whole = [...text.matchAll(WHOLE)];
  const named = [...text.matchAll(PART)].filter(([, how = '', name = '']) =>
    /arg|param|urlp|query/i.test(how)
      ? policyOf(name, 'request') !== 'readable'
      : /cook/i.test(how) || !isWordHeader(name.replaceAll('_', '-')),
  );
  return [...whole, ...named].map(({ index, 0: { length } }) => index + length).sort((x, y) => x - y);
}

/** What a sentence says that a part of the request is held against: a credential that would pass. */
export function operandCuts(text: string): readonly Cut[] {
  return partsOf(text).flatMap((end) => {
    HELD_AGAINST.lastIndex = end;
    const operand = HELD_AGAINST.exec(text)?.[1];
    if (operand === undefined) return [];
    const from = HELD_AGAINST.lastIndex - operand.length;
    return [...operand.matchAll(/[^\s"'/]+/g)]
      .filter(([token]) => !isShownOperand(token))
      .map(({ index, 0: { length } }) => ({ start: from + index, end: from + index + length }));
  });
}

/** What is not shown of lines of a configuration or log. */
export function configCuts(text: string): readonly Cut[] {
  const cuts: Cut[] = [];
  for (const match of text.matchAll(/[^\r\n]+/g)) cuts.push(...shifted(lineCuts(match[0]), match.index));
  return cuts;
}

/** How a line of a log begins, and none of a configuration does: a time, or how grave it is. */
const LOGGED =
  /^\W{0,3}(?:\d{4}[-/]\d\d[-/]\d\d|\d\d[-/]\w{2,3}[-/]\d{2,4}|(?:mon|tue|wed|thu|fri|sat|sun),? \w{3} |(?:debug|info|notice|warn(?:ing)?|err(?:or)?|crit(?:ical)?|alert|emerg|fatal|severe)\b\W)/i;

function lineCuts(line: string): readonly Cut[] {
  if (line.length > 20_000) return [{ start: 0, end: line.length }];
  if (PLACE.test(line)) return [];
  if (LOGGED.test(line)) return sentenceCuts(line);
  const variables = [...line.matchAll(VARIABLE)].filter(([variable]) => isName(variable));
  const isVariable = ({ start, end }: Cut): boolean =>
    variables.some(({ index, 0: { length } }) => index <= start && end <= index + length);
  const cuts: Cut[] = sentenceCuts(line).filter((cut) => !isVariable(cut));
  const compared = partsOf(line)[0] ?? Number.POSITIVE_INFINITY;
  for (const match of line.matchAll(SETS)) {
    const [whole, name = '', value = ''] = match;
    const from = match.index + whole.length - value.length;
    for (const { 0: token, index } of value.matchAll(/"([^"]*)"?|'([^']*)'?|\S+/g)) {
      const plain = token.replace(/^["']|["']$/g, '');
      if (
        !isCommon(plain) &&
        !/^[%$]/.test(plain) &&
        (headerCuts([name, plain], 'request').length || isSecretName(name))
      )
        cuts.push({
          start: from + index + token.indexOf(plain),
          end: from + index + token.indexOf(plain) + plain.length,
        });
    }
  }
  let named = false;
  for (const { 0: whole, index, ...groups } of line.matchAll(TOKEN)) {
    const quoted = groups[1] ?? groups[2];
    const token = quoted ?? whole;
    const names = token
      .split(/[^\p{L}\p{N}_-]+/u)
      .some((word) => isSecretName(word.replace(/^(?:arg|http|cookie|query|header|hdr|upstream_http|sent_http)_/, '')));
    const start = index + whole.indexOf(token);
    if ((named || start >= compared) && !names && !isShownOperand(token)) {
      const cut = { start, end: start + token.length };
      if (!isVariable(cut)) cuts.push(cut);
    }
    if (names && (quoted === undefined || isReadable(token))) named = true;
  }
  return cuts;
}

/** Behind the name of a secret only operators, variables, statuses and words of the trade are shown. */
function isShownOperand(token: string): boolean {
  return (
    isTrivial(token) ||
    isCommon(token) ||
    /^[!=~*^<>&|%-]{1,4}\w{0,3}$/.test(token) ||
    /^[\^$~*]*\$[a-z_]\w*$/i.test(token) ||
    /^%\{[\w:-]{1,60}\}\w?$/.test(token) ||
    (/^\/[\w./-]{1,200}$/.test(token) && isReadable(token))
  );
}
