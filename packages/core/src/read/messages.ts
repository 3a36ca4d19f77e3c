import type { Evidence, MessageRole, Reader } from '../model/evidence.ts';
import type { Exchange } from '../model/exchange.ts';
import { BODY_LIMIT, decodePercent, header } from '../model/http.ts';
import { htmlMessages } from './messages/html.ts';
import { jsonMessages } from './messages/json.ts';
import { plainMessages } from './messages/plain.ts';
import { xmlMessages } from './messages/xml.ts';

/** A text found in a body, with its offsets there when they are known. */
export interface Found {
  readonly text: string;
  readonly role: MessageRole;
  readonly field: string;
  readonly start?: number;
  readonly end?: number;
}

// Headers in which products give the reason for a refusal.
const SPEAKING =
  /^(?:x-)?(?:[a-z0-9-]{0,40}-)?(?:error|errors|error-?(?:type|code|message|msg|detail|details|reason|description)|deny-reason|denied-reason|reason|block-reason|loginreason|rejected|warning|message|cors-reason|fault|status-message|reject-reason|failure|blocked-by|mitigated)$/;
// What all of them hold: compiling the list itself takes a while at every start.
const LIKE = /error|reason|rejected|warning|message|fault|failure|blocked|mitigated/;
const SILENT = /^(?:x-)?(?:amz-cf-error|content-security-policy.*)$/;

const reader: Reader = {
  id: 'messages',
  read(exchange) {
    const { response } = exchange;
    if (!response) return [];
    return [...fromBody(exchange), ...fromHeaders(exchange), ...fromGrpc(exchange), ...fromStatusLine(exchange)];
  },
};

function fromBody({ response }: Exchange): Evidence<'message'>[] {
  const text = response?.body?.text.slice(0, BODY_LIMIT) ?? '';
  if (!text.trim()) return [];
  const type = header(response, 'content-type')?.toLowerCase() ?? '';
  return readBody(text, type)
    .slice(0, 200)
    .map((found) => ({
      kind: 'message',
      fact: { text: found.text.slice(0, 20_000), role: found.role, field: found.field },
      at: [
        {
          part: 'response',
          in: 'body',
          ...(found.start !== undefined && found.end !== undefined && { start: found.start, end: found.end }),
        },
      ],
      by: 'messages',
    }));
}

/** What a body says, by its shape first and its declared type second: servers mislabel errors. */
function readBody(text: string, type: string): readonly Found[] {
  const start = text.trimStart();
  if (/^[[{]/.test(start) || /json/.test(type) || /^[\w$.]{1,80}\s{0,3}\(\s{0,3}[{[]/.test(start)) {
    const found = jsonMessages(text);
    if (found) return found;
  }
  if (
    /^<\?xml|^<(?:error|fault|response|s:envelope|soap|ows:|serviceexception)/i.test(start) &&
    !/<html/i.test(start.slice(0, 500))
  )
    return xmlMessages(text);
  if (/<(?:html|head|body|title|h[1-4]|p|div|center|pre|header|b|br)\b/i.test(start.slice(0, 4000)))
    return htmlMessages(text);
  if (/^<[a-z]/i.test(start)) return xmlMessages(text);
  return plainMessages(text);
}

function fromHeaders({ response }: Exchange): Evidence<'message'>[] {
  const found: Evidence<'message'>[] = [];
  response?.headers.forEach(([name, value], index) => {
    const lower = name.toLowerCase();
    if (
      !value ||
      lower.length > 60 ||
      !LIKE.test(lower) ||
      lower === 'grpc-message' ||
      !SPEAKING.test(lower) ||
      SILENT.test(lower) ||
      /^[\d.]{1,6}$/.test(value)
    )
      return;
    found.push({
      kind: 'message',
      fact: { text: value.slice(0, 2000), role: /\s/.test(value.trim()) ? 'header' : 'code', field: lower },
      at: [{ part: 'response', in: 'header', header: name, index }],
      by: 'messages',
    });
  });
  return found;
}

/** Names of gRPC's numbers, which stand in headers where an answer has no body (gRPC over HTTP/2, "Trailers-Only"). */
const GRPC = [
  '',
  'CANCELLED',
  'UNKNOWN',
  'INVALID_ARGUMENT',
  'DEADLINE_EXCEEDED',
  'NOT_FOUND',
  'ALREADY_EXISTS',
  'PERMISSION_DENIED',
  'RESOURCE_EXHAUSTED',
  'FAILED_PRECONDITION',
  'ABORTED',
  'OUT_OF_RANGE',
  'UNIMPLEMENTED',
  'INTERNAL',
  'UNAVAILABLE',
  'DATA_LOSS',
  'UNAUTHENTICATED',
];

function fromGrpc({ response }: Exchange): Evidence<'message'>[] {
  return (response?.headers ?? []).flatMap(([name, value], index): Evidence<'message'>[] => {
    const lower = name.toLowerCase();
    const text = lower === 'grpc-status' ? GRPC[Number(value)] : lower === 'grpc-message' ? decodePercent(value) : '';
    if (!text) return [];
    const fact = {
      text: text.slice(0, 2000),
      role: lower === 'grpc-status' ? 'code' : 'header',
      field: lower,
    } as const;
    return [{ kind: 'message', fact, at: [{ part: 'response', in: 'header', header: name, index }], by: 'messages' }];
  });
}

// A reason phrase other than the standard ones is the server's own word ("403 rate limit exceeded").
function fromStatusLine({ response }: Exchange): Evidence<'message'>[] {
  const text = response?.statusText?.trim() ?? '';
  if (!text || STANDARD.test(text)) return [];
  const start = String(response!.status).length + 1;
  return [
    {
      kind: 'message',
      fact: { text, role: 'header', field: 'reason phrase' },
      at: [{ part: 'response', in: 'status', start, end: start + text.length }],
      by: 'messages',
    },
  ];
}

const STANDARD =
  /^(?:ok|found|see other|bad request|unauthorized|authorization required|forbidden|not found|method not allowed|not acceptable|proxy authentication required|conflict|gone|precondition failed|unprocessable (?:entity|content)|misdirected request|too many requests|unavailable for legal reasons|internal server error|bad gateway|service (?:temporarily )?unavailable|gateway time-?out|payment required|moved (?:permanently|temporarily)|no content|not modified|created|accepted|temporary redirect|permanent redirect)$/i;

export default reader;
