// Lines of a server's configuration and of its logs. Directives, numbers, addresses and words stay; what stands behind the name of
// a secret, and what looks like a value, does not.
import { type Cut, shifted } from './cuts.ts';
import { isCommon, isReadable, isTrivial } from './form.ts';
import { headerCuts } from './headers.ts';
import { isSecretName } from './names.ts';
import { sentenceCuts } from './sentence.ts';

/** Directives whose argument is a place on the disk: the one who runs the server has to find it. */
const PLACE =
  /^\s{0,100}(?:root|alias|include|(?:access|error)_log|auth_basic_user_file|documentroot|<?directory(?:match)?|authuserfile|authgroupfile|include(?:optional)?|errorlog|customlog|scriptalias|server\.(?:document-root|errorlog)|accesslog\.filename|auth\.backend\.\w+\.userfile|ssl_certificate(?:_key)?|crt|pid|import)\b/i;
/** Directives that give a header, a variable or a parameter its value. */
const SETS =
  /\b(?:(?:proxy|grpc|fastcgi|uwsgi|scgi)_(?:set_header|param|hide_header)|add_header|more_set_(?:input_)?headers|(?:request)?header\s{1,5}(?:always\s{1,5})?(?:set|append|add|merge|setifempty|unset|edit)|http-re(?:quest|sponse)\s{1,5}(?:set|add|replace)-header|set-header|header_up|header_down|setenv|setenvif(?:nocase)?|passenv|setenv\.add-re(?:quest|sponse)-header)\s{1,5}["']?([\w$-]{1,80})["']?\s{1,5}([^;{}\r\n]{1,2000})/gi;
const TOKEN = /"((?:[^"\\]|\\.)*)"?|'((?:[^'\\]|\\.)*)'?|([^\s"'(){};,]+)/g;

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
  const cuts: Cut[] = [...sentenceCuts(line)];
  if (LOGGED.test(line)) return cuts;
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
    if (named && !names && !isShownOperand(token)) {
      const start = index + whole.indexOf(token);
      cuts.push({ start, end: start + token.length });
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
