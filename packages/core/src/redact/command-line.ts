// Words that a user typed, before anything is known of them: what is given to an option that takes a secret is one.
import { bodyCuts } from './body.ts';
import { type Cut, shifted } from './cuts.ts';
import { isReadable, isTrivial } from './form.ts';
import { headerCuts } from './headers.ts';
import { sentenceCuts } from './sentence.ts';
import { urlCuts } from './url.ts';
import type { Vault } from './vault.ts';
import { learnCut } from './view.ts';

const SECRET_OPTION =
  /^(?:-u|--user|-U|--proxy-user|--oauth2-bearer|--pass|--proxy-pass|--tlspassword|--proxy-tlspassword|--key|-E|--cert|--delegation|--preproxy|--socks5-gssapi-service)$/;
// what holds no `=` names a file of cookies (https://curl.se/docs/manpage.html#-b)
const COOKIE_OPTION = /^(?:-b|--cookie)$/;
const DATA_OPTION = /^(?:-d|--data(?:-.{1,10})?|-F|--form(?:-string)?|--json|--url-query|-Body|--body)$/i;
const GLUED = /^-(?:[sSkvLiIfgG#]{0,8})([udbHFUE])(.+)$/s;
const HEADER = /^([!#$%&'*+.^_`|~\w-]{1,100})\s{0,3}:\s{0,10}(.*)$/s;
const AS = /^([^=:]{1,100})=\s{0,10}([!#$%&'*+.^_`|~\w-]{1,100}):\s{0,10}(.*)$/s;

/** Remembers what the words of a command line hold that may not be shown. */
export function learnCommandLine(vault: Vault, words: readonly string[]): void {
  words.forEach((word, i) => {
    for (const cut of wordCuts(word, words[i - 1] ?? '')) learnCut(vault, word, cut);
  });
}

function wordCuts(word: string, before: string): readonly Cut[] {
  const all: readonly Cut[] = [{ start: 0, end: word.length }];
  const as = before === '--as' || word.startsWith('--as=') ? AS.exec(word.replace(/^--as=/, '')) : null;
  if (before === '--as' && !as) return all;
  if (as) return headerAt(word, as[2]!, as[3]!);
  const glued = GLUED.exec(word);
  if (glued) return shifted(wordCuts(glued[2]!, `-${glued[1]}`), word.length - glued[2]!.length);
  const long = /^(--[\w-]{2,40})=(.*)$/s.exec(word);
  if (long) return shifted(wordCuts(long[2]!, long[1]!), long[1]!.length + 1);
  if (SECRET_OPTION.test(before)) return all;
  if (COOKIE_OPTION.test(before)) return !word.includes('=') && /[./]/.test(word) ? sentenceCuts(word) : all;
  if (DATA_OPTION.test(before)) return bodyCuts(word, 'request');
  if (word.startsWith('-')) return isReadable(word) || /^--?[a-z][a-z-]{1,30}$/.test(word) ? [] : all;
  if (/^[a-z][a-z0-9+.-]{0,20}:\/\//i.test(word)) return urlCuts(word, { ownHost: true });
  if (/\s/.test(word.trim()) && /^(?:.*[\\/])?(?:curl|fetch|await|Invoke-|iwr|irm|\$)/i.test(word.trim()))
    return commandLineCuts(word);
  const header = HEADER.exec(word);
  if (header) return headerAt(word, header[1]!, header[2]!);
  return /\n/.test(word) ? commandLineCuts(word) : sentenceCuts(word);
}

function headerAt(word: string, name: string, value: string): readonly Cut[] {
  return shifted(headerCuts([name, value], 'request'), word.length - value.length);
}

const QUOTED = `'(?:[^'\\\\]|\\\\.)*'?|"(?:[^"\\\\]|\\\\.)*"?|[^\\s'"]+`;
const OPTION = new RegExp(`(?:^|\\s)(-{1,2}[A-Za-z][\\w-]{0,40})(\\s{1,5}|=|(?=['"]))\\$?(${QUOTED})`, 'g');
const LINE = /^[ \t]{0,20}([!#$%&'*+.^_`|~\w-]{1,60}):[ \t]{1,10}(\S[^\r\n]*)$/gm;
const NAMED = /(["'])([\w.-]{1,60})\1\s{0,5}[:=]\s{0,5}(["'])((?:[^"'\\]|\\.)*)\3?/g;

/** What is not shown of a command line, or of any text that could not be read. */
export function commandLineCuts(text: string): readonly Cut[] {
  const cuts: Cut[] = [...sentenceCuts(text)];
  for (const match of text.matchAll(OPTION)) {
    const [whole, option = '', , raw = ''] = match;
    const quoted = /^["']/.test(raw);
    const value = quoted ? raw.slice(1).replace(/["']$/, '') : raw;
    const start = match.index + whole.length - raw.length + (quoted ? 1 : 0);
    if (value.startsWith('-')) continue;
    cuts.push(...shifted(wordCuts(value, option), start));
  }
  for (const match of text.matchAll(LINE)) {
    const [whole, name = '', value = ''] = match;
    cuts.push(...shifted(headerCuts([name, value], 'request'), match.index + whole.length - value.length));
  }
  for (const match of text.matchAll(NAMED)) {
    const [whole, , name = '', , value = ''] = match;
    const end = match.index + whole.length - (/["']$/.test(whole) ? 1 : 0);
    if (value !== '' && !isTrivial(value))
      cuts.push(...(headerCuts([name, value], 'request').length ? [{ start: end - value.length, end }] : []));
  }
  return cuts;
}
