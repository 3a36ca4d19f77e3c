// Where a line tells of a request: a method beside an address, an address alone, a field that names one.

/** What a line tells of a request. */
export interface RequestMark {
  readonly method?: string;
  readonly url?: string;
  readonly path?: string;
  /** Whether method and address stand together, or a field is named for what it is. */
  readonly told: boolean;
}

const METHODS =
  'GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|TRACE|CONNECT|PROPFIND|PROPPATCH|MKCOL|COPY|MOVE|LOCK|UNLOCK|REPORT|PURGE|QUERY';
const METHOD = new RegExp(`(?<![\\w/.-])(?:XHR)?(${METHODS})(?![\\w-])`, 'g');
const URLS = /\b(?:https?|wss?):\/\/[^\s"'`<>|\\^\u0000-\u001f\u2018-\u201f]{1,8192}/gi;
/** Addresses with a variable for their host. */
const TEMPLATES = /\{\{\s?[\w.$-]{1,80}\s?\}\}(?:\/[^\s"'`<>]{0,2000})?/;
const PATHS = /^["'`[(]{0,2}(\/[^\s"'`<>\])]{0,4000})/;
/** What leads to a page about the error and not to what was asked for. */
const LEADS_ELSEWHERE =
  /(?:\b(?:find|get|create|generate) (?:your |a |an |the )?(?:\w{1,20} ){0,3}(?:at|on|in|from)|\b(?:see|visit(?:ing)?|docs?|documentation|more|help|learn|check|refer to|details|instructions|guide|info(?:rmation)?|read|request access at|go to|open|sign up|log ?in at|report(?:ed)?|authoriz\w{0,10} at|generate|manage|href|documentation_url|help_url|type|more_info|instance|referrer|referer|origin|schema|\$ref|xmlns(?::\w{1,20})?)["']?(?: (?:at|here|to|on|the|this|it|by|page|link|url))?)["']?[\s:=<("'`[]{0,4}$/i;
const PAGES_ELSEWHERE =
  /^https?:\/\/(?:(?:docs?|help|support|developers?|learn|status|wiki|kb)\.[^/]{1,200}|(?:www\.)?httpstatuses\.[a-z]{2,3}|developer\.mozilla\.org|http\.cat|tools\.ietf\.org|(?:www\.)?rfc-editor\.org|datatracker\.ietf\.org|stackoverflow\.com|go\.microsoft\.com|aka\.ms|schemas?\.[^/]{1,100}|www\.w3\.org|errors\.[^/]{1,100}|console\.(?:cloud|developers)\.google\.com)(?:[/?#]|$)|^https?:\/\/[^/]{1,200}\/(?:[^?#]{0,200}\/)?(?:docs?|help|documentation|sso|login\/device|settings)(?:[/?#]|$)|^https?:\/\/(?:www\.)?w3\.org\//i;

/** Fields of dumps and panes, by what they name. */
const FIELD =
  /^[\s>*|-]{0,40}["']?(request[ _-]?url|request[ _-]?method|request[ _-]?uri|responseurl|url|uri|endpoint|method|path|verb|http[ _-]?method|target)["']?[ \t]{0,3}[:=][ \t]{0,3}(?:[bru])?["']?([^"',\s][^"',]{0,4000})/i;

/** Takes off what a sentence puts behind an address. */
export function trimUrl(found: string): string {
  let url = found;
  for (let round = 0; round < 12; round++) {
    const last = url.at(-1) ?? '';
    if (/[.,;:!?'"*…>]/.test(last)) url = url.slice(0, -1);
    else if (last === ')' && !url.includes('(')) url = url.slice(0, -1);
    else if (last === ']' && !url.includes('[')) url = url.slice(0, -1);
    else if (last === '}' && !url.includes('{')) url = url.slice(0, -1);
    else break;
  }
  const close = url.search(/[)\]](?=[:,.;]|$)/);
  return close > 0 && !/[([]/.test(url.slice(0, close)) ? url.slice(0, close) : url;
}

export interface UrlMark {
  readonly url: string;
  readonly start: number;
  readonly end: number;
  /** Leads to a page about the error. */
  readonly elsewhere: boolean;
}

export function urlsIn(line: string): readonly UrlMark[] {
  return [...line.matchAll(URLS)].flatMap((match) => {
    const url = trimUrl(match[0]);
    if (!/^[a-z]{2,5}:\/\/[^/?#]/i.test(url)) return [];
    const before = line.slice(Math.max(0, match.index - 60), match.index);
    const elsewhere = LEADS_ELSEWHERE.test(before) || PAGES_ELSEWHERE.test(url);
    return [
      {
        url: url.replace(/^ws(s?):/i, 'http$1:').replace(/#.*/s, ''),
        start: match.index,
        end: match.index + url.length,
        elsewhere,
      },
    ];
  });
}

export interface MethodMark {
  readonly method: string;
  readonly start: number;
  readonly end: number;
}

export function methodsIn(line: string): readonly MethodMark[] {
  return [...line.matchAll(METHOD)].map((match) => ({
    method: match[1]!,
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** What a line tells of a request; undefined where it tells nothing. */
export function requestIn(line: string): RequestMark | undefined {
  const field = FIELD.exec(line);
  if (field) {
    const read = readField(field[1]!.toLowerCase(), field[2]!.trim());
    if (read) return read;
  }
  const methods = methodsIn(line);
  const urls = urlsIn(line);
  for (const method of methods) {
    // urllib3: https://host:443 "GET /path HTTP/1.1"
    const base = urls.find(
      ({ url, end }) => end < method.start && method.start - end <= 3 && /^https?:\/\/[^/?#]{1,300}$/.test(url),
    );
    const target = base && /^ (\/[^\s"']{0,4000})/.exec(line.slice(method.end, method.end + 4100))?.[1];
    if (base && target) return { method: method.method, url: withoutDefaultPort(base.url) + target, told: true };
    const near = urls.find(({ start }) => start >= method.end && start - method.end <= 30);
    const [first] = urls;
    const url = near ?? (methods.length === 1 && first && !first.elsewhere ? first : undefined);
    if (url) return { method: method.method, url: url.url, told: true };
    const rest = line.slice(method.end, method.end + 4100);
    const path = PATHS.exec(rest.replace(/^["'`\])]{0,2}[ \t:]{1,4}(?:(?:to|for|on|at) )?/, ''))?.[1];
    if (path && /^["'`\])]{0,2}[ \t:]/.test(rest)) return { method: method.method, path: trimUrl(path), told: true };
    const template = TEMPLATES.exec(rest.slice(0, 400))?.[0];
    if (template) return { method: method.method, url: `http://${template}`, told: true };
  }
  const url = urls.find(({ elsewhere }) => !elsewhere);
  if (url) return { url: url.url, told: false };
  const [method] = methods;
  return method &&
    methods.length === 1 &&
    (/\b(?:request|method|verb)\b|(?:^|\s)-X ?['"]?[A-Z]/i.test(line) || /^(?:XHR)?[A-Z]{3,10}$/.test(line.trim()))
    ? { method: method.method, told: false }
    : undefined;
}

function withoutDefaultPort(url: string): string {
  return url.replace(/^(https:\/\/.{0,300}):443$|^(http:\/\/.{0,300}):80$/i, '$1$2');
}

function readField(name: string, value: string): RequestMark | undefined {
  if (/method|verb/.test(name))
    return new RegExp(`^(?:${METHODS})$`, 'i').test(value) ? { method: value.toUpperCase(), told: true } : undefined;
  if (/^https?:\/\//i.test(value)) {
    const [url] = urlsIn(value);
    return url && !PAGES_ELSEWHERE.test(url.url) ? { url: url.url, told: true } : undefined;
  }
  return name !== 'url' && /^\/[^\s]{1,4000}$/.test(value) ? { path: trimUrl(value), told: true } : undefined;
}
