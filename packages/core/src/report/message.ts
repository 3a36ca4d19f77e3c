import { fieldsOf } from '../difference/fields.ts';
import type { Diagnosis, ToldEvidence } from '../model/diagnosis.ts';
import { visible } from './escape.ts';
import { WHO } from './words.ts';

const ID_HEADER =
  /^(?:cf-ray|x-amzn-requestid|x-amz-request-id|x-amz-id-2|x-amz-cf-id|x-amzn-trace-id|x-ms-request-id|request-id|x-azure-ref|x-vercel-id|x-github-request-id|x-iinfo|x-sucuri-id|x-kong-request-id|x-guploader-uploadid|fly-request-id|x-nf-request-id|traceparent|x-(?:request|correlation|trace|transaction|incident)-?id|x-denial-id)$/i;
const ID_FIELD =
  /(?:^|[.\]])(?:denial|request_?id|requestid|trace_?id|correlation_?id|incident_?id|event_?id|ray_?id|reference_?id|support_?id)$/i;
const ID_IN_TEXT =
  /\b((?:Ray|Request|Reference|Incident|Event|Support|Transaction|Trace)[ -]?(?:ID|#|number)|Reference)(?: is)?\s{0,3}[:#]\s{0,3}([\w.-]{6,60})/i;

const OUTCOME = {
  allowed: 'allowed',
  'refused-alike': 'the same refusal',
  'refused-otherwise': 'another refusal',
  failed: 'no answer',
} as const;

/** Ids by which the one who runs the service finds this refusal in its logs: `[name, value]`. */
export function requestIds(d: Diagnosis): readonly (readonly [string, string])[] {
  const { response } = d;
  if (!response) return [];
  const found = response.headers
    .filter(([name]) => ID_HEADER.test(name))
    .map(([name, value]) => [name, value] as const);
  const type = response.headers.find(([n]) => n.toLowerCase() === 'content-type')?.[1] ?? '';
  const fields = response.body ? fieldsOf(response.body, type) : undefined;
  const inBody = fields
    ? [...fields].filter(([name]) => ID_FIELD.test(name))
    : [ID_IN_TEXT.exec((response.body ?? '').slice(0, 20_000).replace(/<[^<>]{0,300}>/g, ''))].flatMap((m) =>
        m ? [[m[1]!, m[2]!] as const] : [],
      );
  return [...found, ...inBody].slice(0, 8).map(([name, value]) => [name, value.slice(0, 200)] as const);
}

/**
 * The message to the one who can act, as plain text: what was sent, what came back and when, by which id it can be found,
 * what speaks for the cause, what was tried, and what would mend it. A function of the diagnosis, which holds no secrets.
 */
export function message(d: Diagnosis): string {
  const { request, response, verdict } = d;
  const top = d.causes.find((c) => c.cause === verdict.cause);
  const date = response?.headers.find(([n]) => n.toLowerCase() === 'date')?.[1];
  const ids = requestIds(d);
  const to = verdict.who === 'caller' || verdict.who === null ? 'whoever sends this request' : WHO[verdict.who];
  const url = visible(request.url);
  const evidence = (top?.evidence ?? []).filter((e) => e.bits > 0).slice(0, 5);
  // the pair that turns it, and each other question once
  const tried = [...new Map(d.experiments.map((e) => [`${e.changed} ${e.status}`, e])).values()].slice(0, 10);
  const fixes = (top?.fixes ?? []).filter((fix) => fix.who === (verdict.who ?? fix.who)).slice(0, 2);
  return `${[
    `To: ${to}`,
    `Subject: ${visible(request.method)} ${url.length > 80 ? `${url.slice(0, 79)}…` : url} is refused with ${response?.status ?? 'no answer'}`,
    '',
    'Hello,',
    '',
    'this request is refused, and it should not be, as far as I know:',
    '',
    `    ${visible(request.method)} ${url}`,
    ...(response ? [`    answered ${response.status}${date ? `, ${visible(date)}` : ''}`] : []),
    ...ids.map(([name, value]) => `    ${visible(name)}: ${visible(value)}`),
    '',
    ...cause(d),
    ...(evidence.length ? ['', 'What says so:', ...evidence.flatMap(spot)] : []),
    ...(tried.length
      ? [
          '',
          'What was tried:',
          ...tried.map((e) => `  - ${visible(e.changed)}: ${e.status ?? 'no answer'}, ${OUTCOME[e.outcome]}`),
        ]
      : []),
    ...(fixes.length
      ? [
          '',
          fixes.length > 1 ? 'What would mend it, one of these:' : 'What would mend it:',
          ...fixes.flatMap((fix) => [
            `  - ${visible(fix.text)}${fix.verified ? ' (tried: it works)' : ''}`,
            ...(fix.commands ?? []).map((command) => `        ${visible(command)}`),
          ]),
        ]
      : []),
    '',
    'Tokens, cookies and keys were taken out of this message. Thank you.',
  ].join('\n')}\n`;
}

function cause({ verdict, notes }: Diagnosis): string[] {
  const sure =
    verdict.certainty === 'proven'
      ? 'This was tried and is certain'
      : verdict.certainty === 'likely'
        ? 'Most likely'
        : verdict.certainty === 'possible'
          ? 'Possibly'
          : 'The reason is not known';
  const hop = notes.find((note) => note.kind === 'hop');
  return [
    `${sure}: ${visible(verdict.summary)}${verdict.cause ? ` (${verdict.cause})` : ''}.`,
    ...(hop ? [`${visible(hop.text.charAt(0).toUpperCase() + hop.text.slice(1))}.`] : []),
  ];
}

function spot(e: ToldEvidence): string[] {
  const says = visible(e.says);
  const quote = visible(e.quote.length > 160 ? `${e.quote.slice(0, 159)}…` : e.quote);
  return [`  - ${says}${quote && e.from !== 'response status' ? ` (${visible(e.from)}: "${quote}")` : ''}`];
}
