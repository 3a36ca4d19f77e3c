// Where a line tells of a status: a number beside words that say so, or a code in words that stands for one.

/** A status that a line tells of, and the run of the line that does. */
export interface StatusMark {
  readonly status: number;
  readonly start: number;
  readonly end: number;
  readonly reason?: string;
  /** Told in words that stand for a number. */
  readonly assumed?: true;
}

export const REASONS: Readonly<Record<number, readonly string[]>> = {
  400: ['Bad Request'],
  401: ['Unauthorized', 'Unauthorised', 'Authorization Required', 'Authentication Required', 'Not Authorized'],
  402: ['Payment Required'],
  403: ['Forbidden', 'Access Denied', 'Access Forbidden', 'Permission Denied', 'rate limit exceeded'],
  404: ['Not Found'],
  405: ['Method Not Allowed', 'Not Allowed'],
  406: ['Not Acceptable'],
  407: ['Proxy Authentication Required', 'Proxy Authorization Required'],
  409: ['Conflict'],
  410: ['Gone'],
  412: ['Precondition Failed'],
  413: ['Content Too Large', 'Payload Too Large', 'Request Entity Too Large'],
  418: ["I'm a teapot"],
  419: ['Page Expired', 'unknown status'],
  421: ['Misdirected Request'],
  422: ['Unprocessable Entity', 'Unprocessable Content'],
  423: ['Locked'],
  426: ['Upgrade Required'],
  428: ['Precondition Required'],
  429: ['Too Many Requests'],
  431: ['Request Header Fields Too Large'],
  451: ['Unavailable For Legal Reasons'],
  495: ['SSL Certificate Error'],
  496: ['SSL Certificate Required'],
  497: ['HTTP Request Sent to HTTPS Port'],
  498: ['Invalid Token'],
  499: ['Client Closed Request'],
  500: ['Internal Server Error'],
  501: ['Not Implemented'],
  502: ['Bad Gateway'],
  503: ['Service Unavailable', 'Service Temporarily Unavailable'],
  504: ['Gateway Timeout', 'Gateway Time-out'],
  511: ['Network Authentication Required'],
};

/** Codes in words, of gRPC, clouds and registries, with the number that they stand for in HTTP. */
const CODES: readonly (readonly [RegExp, number])[] = [
  [/\bPERMISSION_DENIED\b|\bPermissionDenied\b|\bpermission_denied\b/, 403],
  [/\bUNAUTHENTICATED\b|\b(?:code ?= ?|Code\.|codes\.|status: ?['"]?|StatusCode\.)Unauthenticated\b/, 401],
  [
    /\((?:AccessDenied|AccessDeniedException|UnauthorizedOperation|Client\.UnauthorizedOperation|AuthorizationError|AuthorizationErrorException|NotAuthorized|Forbidden|ForbiddenException|InvalidAccessKeyId|InvalidClientTokenId|SignatureDoesNotMatch|UnrecognizedClientException|AllAccessDisabled|RequestTimeTooSkewed|InvalidSignatureException|MissingAuthenticationToken|MissingAuthenticationTokenException|OptInRequired|AuthFailure|IncompleteSignature|KMSAccessDeniedException|KMS\.AccessDeniedException)\)/,
    403,
  ],
  [/\((?:ExpiredToken|ExpiredTokenException|InvalidToken|RequestExpired|TokenRefreshRequired)\)/, 403],
  [
    /\b(?:AccessDenied|AccessDeniedException|AuthorizationFailed|LinkedAuthorizationFailed|AuthorizationPermissionMismatch|AuthorizationFailure|UnauthorizedOperation|SignatureDoesNotMatch|InvalidAccessKeyId|ExpiredTokenException|RequestDisallowedByPolicy|UnrecognizedClientException|InvalidClientTokenId|RequestTimeTooSkewed)\b(?!\.html)/,
    403,
  ],
  [
    /\b(?:AuthenticationFailed|InvalidAuthenticationToken|ExpiredAuthenticationToken|InvalidAuthenticationTokenTenant)\b/,
    401,
  ],
  [/\((?:Forbidden|forbidden)\)/, 403],
  [/\((?:Unauthorized|unauthorized)\)/, 401],
];

/** What stands before a number that is a status. Tried on the forty characters before it. */
const BEFORE =
  /(?:\bHTTP(?:S|Status|_STATUS)?(?:\/[0-9](?:\.[0-9])?)?|status(?:[ _-]{0,2}code)?|\bcode|\berrors?|\berr|fehler|erreur|errore|\berro|fout|\bfel|błąd|hiba|ошибка|错误|エラー|returned|respon[ds]e?d?|response|received|\bgot|\bwas|\bis|answered|replied|\bwith|\ba|\ban|failed|failure|→|->|=>|<-|←|<<|[-–—|,;>✖×✗]|\bE)["'`’]?[ \t]{0,3}[:=(#[]?[ \t]{0,3}["'`([<]?$/i;
/** Words that make any number after them a status. */
const SURE =
  /(?:\bHTTP(?:S|Status|_STATUS)?(?:\/[0-9](?:\.[0-9])?)?(?: (?:error|status|code|response))?(?: code)?|status(?:[ _-]{0,2}code)?|(?:error|response|http|return)[ _-]?code|returned error|\bgot|server (?:returned|responded|replied)(?: with)?(?: (?:a|an|the))?(?: status)?(?: (?:code|of))?|responded with|returned|error|\bE)["'`’]?[ \t]{0,3}[:=(#[]?[ \t]{0,3}["'`([<]?$/i;
/** What follows a number that is none: a unit, a place, a part of a longer number. */
const NOT_AFTER =
  /^(?:[.,:/]?\d|[ \t]?(?:ms|s|sec|secs|seconds|min|B|b|KB|kB|KiB|MB|MiB|GB|bytes?|chars?|lines?|rows?|items?|files?|tests?|%|px|x)\b|%|[-_/\\]\w)/;
const NOT_BEFORE =
  /(?:[\w.]:$|[./\\_#-]|\d[:,]|\bport|\blines?|\bpid|\bcolumn|\bid|\bv|\bstep|\bexit(?:ed)?(?: with)?(?: code| status)?|\btook|\bafter|\bissue|\$|€) {0,2}$/i;

/** The second number of IIS: `403.6`. */
const SUBSTATUS = /^\.\d{1,2}(?= ?[-–—:)]| [A-Z]|$)/;

/** A number behind a method and an address, as access logs have it. */
const ADDRESSED =
  /\b(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)["\]]? ["'`[]?(?:\/|https?:\/\/)\S{0,4000}["'`\]]?:? {1,4}[-–|(→]?[ ]?$/;

const NUMBERS = /(?<![\w.])E?[1-5][0-9]{2}(?![\w])|(?<=HTTP|Status\()[1-5][0-9]{2}(?!\d)/g;

/** Statuses that a line tells of, in their order. */
export function statusesIn(line: string): readonly StatusMark[] {
  const found: StatusMark[] = [];
  for (const match of line.matchAll(NUMBERS)) {
    const status = Number(match[0].replace('E', ''));
    const start = match.index;
    const end = start + match[0].length;
    const before = line.slice(Math.max(0, start - 60), start);
    const after = line.slice(end, end + 80);
    const alone =
      REASONS[status] !== undefined &&
      (line.trim() === match[0] ||
        (before.endsWith('(') && after.startsWith(')')) ||
        (/(?:^|["'=:] ?)$/.test(before) && /^:? ?[{<]/.test(after)));
    const reason = reasonAfter(status, after);
    const sure =
      SURE.test(before) ||
      match[0].startsWith('E') ||
      before.endsWith('HTTP') ||
      before.endsWith('Status(') ||
      alone ||
      ADDRESSED.test(line.slice(Math.max(0, start - 4100), start));
    if (NOT_AFTER.test(after) && !reason && !(sure && SUBSTATUS.test(after))) continue;
    if (!sure && NOT_BEFORE.test(before) && !reason) continue;
    if (reason === undefined && !sure && !(REASONS[status] && BEFORE.test(before) && isEnd(after))) continue;
    if (!REASONS[status] && !sure) continue;
    found.push({ status, start, end: end + (reason?.length ?? 0), ...(reason && { reason: reason.phrase }) });
  }
  return found;
}

/** What stands behind a bare number that is a status: the end of a clause. */
function isEnd(after: string): boolean {
  return /^["'`)\]}>]{0,3}(?:$|[\s.,:;!?])/.test(after);
}

function reasonAfter(status: number, after: string): { readonly phrase: string; readonly length: number } | undefined {
  const lead = /^["'`)\]]{0,2}[ \t]{0,3}(?:Client Error|Server Error)?[:,–—-]?[ \t]{0,2}["'`(]{0,2}/i.exec(after)![0];
  const rest = after.slice(lead.length).toLowerCase().replaceAll('_', ' ');
  for (const phrase of [
    ...(REASONS[status] ?? []),
    ...(REASONS[status] ? [REASONS[status][0]!.replaceAll(' ', '')] : []),
  ])
    if (rest.startsWith(phrase.toLowerCase()) && !/^\w/.test(rest.slice(phrase.length)))
      return {
        phrase: after.slice(lead.length, lead.length + phrase.length).replaceAll('_', ' '),
        length: lead.length + phrase.length,
      };
  return undefined;
}

/** A status that stands in words alone. */
export function codeIn(line: string): StatusMark | undefined {
  for (const [pattern, status] of CODES) {
    const match = pattern.exec(line);
    if (match) return { status, start: match.index, end: match.index + match[0].length, assumed: true };
  }
  return undefined;
}

/** Words of refusal that stand for no number by themselves. */
const REFUSING =
  /\b(?:forbidden|unauthori[sz]ed|access[ _-]?denied|permission denied|not (?:authori[sz]ed|permitted|allowed|accessible)|denied|(?:do(?:es)? not|don't|doesn't|no|without|lacks?|missing|required?s?) (?:\w{1,20} ){0,3}(?:permissions?|access|privileges?|rights|authori[sz]ation)|must be (?:logged|signed) in|authentication (?:failed|required|is required)|invalid (?:credentials?|(?:access |api |auth )?(?:token|key))|bad credentials|could not read username|log ?in required|not logged in|blocked|expired token|token (?:has |is )?expired|insufficient|missing_scope|invalid_auth|not_authed|token_(?:expired|revoked)|rate limit|csrf|challenge|captcha)\b/i;

export function refusesInWords(line: string): boolean {
  return REFUSING.test(line);
}
