import type { Diagnosis, NotJudged, ToldCause, ToldEvidence, ToldFix } from '../model/diagnosis.ts';
import { html as h } from './escape.ts';
import { countOf, type Folded, type Group, groupByCause } from './fold.ts';
import { placeOf, shareOf } from './overview.ts';
import { percent } from './percent.ts';
import { QUESTIONS, requestLine, WHO } from './words.ts';

export interface PageOptions {
  readonly showSecrets?: boolean;
  /** What of a large recording was only counted. */
  readonly unjudged?: readonly NotJudged[];
}

/** One self-contained page: no script, no outside resource, everything from the network escaped. Equal refusals stand once. */
export function page(diagnoses: readonly Diagnosis[], options: PageOptions = {}): string {
  const [first] = diagnoses;
  const groups = groupByCause(diagnoses);
  const folded = groups.flatMap((group) => group.folded);
  const title =
    diagnoses.length === 1 && first
      ? `${first.response?.status ?? ''} ${requestLine(first.request)}`.trim()
      : count(countOf(diagnoses));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>${h(title)} · why403</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${diagnoses.length === 1 ? '' : overview(groups, countOf(diagnoses))}${notJudged(options.unjudged ?? [])}
${folded.map((one, i) => article(one, i, diagnoses.length > 1)).join('\n')}
</main>
<footer>why403 · ${options.showSecrets ? 'this report holds secrets' : 'secrets are taken out of this report'}</footer>
</body>
</html>
`;
}

function count(n: number): string {
  return n === 0 ? 'Nothing was refused' : `${n} refusals`;
}

/** The answers that were only counted, by status and route. */
function notJudged(list: readonly NotJudged[]): string {
  if (list.length === 0) return '';
  const all = list.reduce((sum, { answers }) => sum + answers, 0);
  const rows = list
    .map(
      ({ status, route, answers }) =>
        `<tr><td class="status">${status ?? '–'}</td><td><code>${h(route ?? 'other routes')}</code></td><td>${answers}</td></tr>`,
    )
    .join('');
  return `<details class="unjudged"><summary>${all} more ${all === 1 ? 'answer was' : 'answers were'} only counted, not judged</summary><table class="list"><tbody>${rows}</tbody></table></details>`;
}

function overview(groups: readonly Group[], all: number): string {
  let at = 0;
  const rows = groups
    .map((group) => {
      const { cause, refusals, folded } = group;
      const head = `<tr class="group"><th scope="rowgroup" colspan="3"><code>${cause ?? 'cause not known'}</code> <span class="dim">× ${refusals}</span></th><td>${shareOf(group)}</td></tr>`;
      return head + folded.map((one) => row(one, ++at)).join('');
    })
    .join('');
  return `<nav><h1>${count(all)}</h1>${rows ? `<table class="list"><tbody>${rows}</tbody></table>` : ''}</nav>`;
}

function row({ d, times }: Folded, place: number): string {
  return `<tr><td class="status">${d.response?.status ?? '–'}</td><td><a href="#d${place}"><code>${h(requestLine(d.request))}</code></a>${counted(times)}</td><td class="cause">${d.verdict.cause ?? 'not known'}</td><td>${sure(d)}</td></tr>`;
}

function counted(times: number): string {
  return times > 1 ? ` <span class="dim">× ${times}</span>` : '';
}

function sure({ verdict: { certainty, probability } }: Diagnosis): string {
  const share = certainty === 'likely' || certainty === 'possible' ? ` ${percent(probability)}` : '';
  return `<span class="sure ${certainty}">${certainty}${share}</span>`;
}

function article({ d, times }: Folded, i: number, many: boolean): string {
  const top = d.causes.find((c) => c.cause === d.verdict.cause);
  const shown = top?.evidence.filter((e) => e.bits > 0) ?? [];
  const remarks = d.notes.filter((n) => n.kind === 'number' || n.kind === 'hop');
  const level = many ? 'h2' : 'h1';
  return `<article id="d${i + 1}">
<header>
<p class="line"><span class="status">${d.response?.status ?? 'no answer'}</span> <code>${h(requestLine(d.request))}</code>${counted(times)}</p>
${d.source ? `<p class="dim">${h(placeOf(d))}</p>` : ''}<${level}>${d.verdict.cause ?? 'cause not known'} ${sure(d)}</${level}>
<p class="summary">${h(sentence(d.verdict.summary))}</p>
${d.response?.words ? `<p class="dim">The answer says: <q>${h(d.response.words)}</q></p>` : ''}
${remarks.map((n) => `<p class="remark">${h(sentence(n.text))}</p>`).join('')}
${d.products.length ? `<p class="dim">Seen on the way: ${d.products.map((p) => h(`${p.name} (${p.role})`)).join(', ')}</p>` : ''}
</header>
${section('What says so', evidence(shown, top))}
${section('What was asked', experiments(d))}
${section('What to do', (top?.fixes ?? []).map(fix).join(''))}
${section('Candidates', candidates(d))}
${section('Checklist', `<table><tbody>${d.checklist.map((a) => `<tr><td><span class="answer ${a.answer}">${ANSWER[a.answer]}</span></td><td>${h(QUESTIONS[a.item])}</td><td class="dim">${h(a.because)}</td></tr>`).join('')}</tbody></table>`)}
${notes(d)}
<details><summary>The request and the answer</summary><pre>${lines(requestText(d))}</pre><pre>${lines(responseText(d))}</pre></details>
</article>`;
}

const ANSWER = { ok: 'ok', problem: 'wrong', unknown: '?', 'not-applicable': '–' } as const;
const OUTCOME = {
  allowed: 'allowed',
  'refused-alike': 'the same answer',
  'refused-otherwise': 'another refusal',
  failed: 'no answer',
} as const;

function section(title: string, content: string): string {
  return content ? `<section><h3>${title}</h3>${content}</section>` : '';
}

function evidence(shown: readonly ToldEvidence[], top: ToldCause | undefined): string {
  const at = top?.location
    ? `<p><code>${h(top.location.file)}${top.location.line ? `:${top.location.line}` : ''}</code></p>`
    : '';
  return shown.length || at ? `<ol>${shown.map(evidenceItem).join('')}</ol>${at}` : '';
}

function evidenceItem(e: ToldEvidence): string {
  const name = /^(?:request|response) header (.+)$/.exec(e.from)?.[1];
  const before = cutStart(e.before.trimStart(), 100);
  const after = cutEnd(e.after.trimEnd(), 100);
  const quote = e.quote
    ? `<pre class="quote">${name ? `${h(name)}: ` : ''}${h(before)}<mark>${h(e.quote)}</mark>${h(after)}</pre>`
    : '';
  return `<li><p>${h(sentence(e.says))} <span class="dim">${h(e.from)}, ${e.bits.toFixed(1)} bits</span></p>${quote}</li>`;
}

function cutStart(text: string, most: number): string {
  return text.length > most ? `…${text.slice(-most)}` : text;
}

function cutEnd(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}

function experiments(d: Diagnosis): string {
  const rows = d.experiments.map(
    (e) =>
      `<tr><td>${h(e.changed)}${e.says ? `<br><span class="dim">${h(e.says)}</span>` : ''}</td><td>${e.status ?? '–'}</td><td class="${e.outcome === 'allowed' ? 'ok' : 'dim'}">${OUTCOME[e.outcome]}</td></tr>`,
  );
  return rows.length ? `<table><tbody>${rows.join('')}</tbody></table>` : '';
}

function fix(f: ToldFix): string {
  const tried =
    f.verified === true
      ? ' <span class="sure proven">tried: it works</span>'
      : f.verified === false
        ? ' <span class="sure">tried: it did not help</span>'
        : '';
  const blocks = [f.request, ...(f.commands ?? [])].filter((l) => l !== null).map((l) => `<pre>${lines(l)}</pre>`);
  return `<div class="fix"><p><span class="who">${h(WHO[f.who])}</span> ${h(sentence(f.text))}${tried}</p>${blocks.join('')}${f.withheld ? `<p class="dim">${h(f.withheld)}</p>` : ''}</div>`;
}

function candidates(d: Diagnosis): string {
  if (d.verdict.certainty === 'proven') return '';
  return d.causes
    .filter((c) => c.probability >= 0.01)
    .slice(0, 6)
    .map(
      (c) =>
        `<div class="bar"><code>${c.cause}</code><span class="track"><span style="width:${(c.probability * 100).toFixed(1)}%"></span></span><span>${Math.round(c.probability * 100)} %</span></div>`,
    )
    .join('');
}

function notes(d: Diagnosis): string {
  const list = d.notes.filter((n) => n.kind !== 'number' && n.kind !== 'hop');
  return section(
    'To know',
    list.length
      ? `<ul>${list.map((n) => `<li>${n.kind === 'next' ? 'Still open: ' : ''}${h(n.text)}</li>`).join('')}</ul>`
      : '',
  );
}

/** What is told as a part of a line, as a sentence of its own. */
function sentence(text: string): string {
  const whole = text.trim();
  return /[.!?…:]$/.test(whole) ? upper(whole) : `${upper(whole)}.`;
}

// a name or a code that begins a sentence keeps its own case
function upper(text: string): string {
  return /^[a-z]+[ ,]/.test(text) ? `${text.charAt(0).toUpperCase()}${text.slice(1)}` : text;
}

// lines stay lines; everything else is escaped
function lines(text: string): string {
  return text
    .split('\n')
    .map((line) => h(line.replace(/\r$/, '')))
    .join('\n');
}

function requestText(d: Diagnosis): string {
  return message(requestLine(d.request), d.request);
}

function responseText(d: Diagnosis): string {
  return d.response ? message(String(d.response.status), d.response) : 'no answer';
}

function message(first: string, { headers, body }: Pick<Diagnosis['request'], 'headers' | 'body'>): string {
  return [first, ...headers.map(([n, v]) => `${n}: ${v}`), ...(body ? ['', body] : [])].join('\n');
}

const STYLE = `:root{color-scheme:light dark;--fg:#1d1f22;--bg:#f6f6f4;--card:#fff;--line:#e4e4df;--dim:#62676d;--red:#b3261e;--green:#17683a;--amber:#835400;--mark:#ffe28f;--soft:#f6f6f4;--bar:#7a8da6}
@media(prefers-color-scheme:dark){:root{--fg:#e8e8e4;--bg:#131517;--card:#1c1f22;--line:#32363a;--dim:#a0a6ac;--red:#ff8f86;--green:#7ed8a2;--amber:#f1c571;--mark:#6a5200;--soft:#141618;--bar:#8299b5}}
*{box-sizing:border-box}body{margin:0;background:var(--bg);color:var(--fg);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
main{max-width:54rem;margin:0 auto;padding:2rem 1rem 1rem}article,nav{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:1.5rem 1.75rem;margin:0 0 1.5rem}
h1,h2{font-size:1.5rem;line-height:1.25;margin:.5rem 0 .3rem;font-weight:650}h3{font-size:1rem;font-weight:650;margin:1.6rem 0 .5rem}p{margin:.3rem 0}
pre,code{font:13px/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}code{overflow-wrap:anywhere}pre{background:var(--soft);border:1px solid var(--line);border-radius:6px;padding:.55rem .75rem;margin:.4rem 0;white-space:pre-wrap;overflow-wrap:anywhere}
.line .status{font-weight:700;color:var(--red);margin-right:.4rem}.summary{font-size:1.1rem}.remark{color:var(--amber)}.dim,footer{color:var(--dim);font-size:.875rem}
mark{background:var(--mark);color:inherit;border-radius:2px;padding:.05em 0}ol,ul{padding-left:1.4rem;margin:.3rem 0}li{margin:.5rem 0}ul li{margin:.15rem 0}
table{border-collapse:collapse;width:100%;font-size:.94rem}td{border-top:1px solid var(--line);padding:.4rem .9rem .4rem 0;vertical-align:top}tr:first-child td{border-top:0}td:last-child{padding-right:0}.list .status,.list .cause,.list td:last-child{white-space:nowrap}.list a{color:inherit}.group th{text-align:left;padding:.9rem 0 .2rem}.group td{padding-top:.9rem}
.sure{display:inline-block;font-size:.8rem;font-weight:500;line-height:1.5;border:1px solid currentColor;border-radius:99px;padding:0 .6rem;vertical-align:.15em;white-space:nowrap;color:var(--dim)}.proven,.ok{color:var(--green)}.likely{color:var(--amber)}.answer{display:inline-block;min-width:3.2rem;font-weight:600;color:var(--dim)}.answer.ok{color:var(--green)}.answer.problem{color:var(--red)}
.fix{margin:.5rem 0 .8rem}.who{font-weight:650}.who::after{content:":"}.bar{display:grid;grid-template-columns:13rem 1fr 3rem;gap:.8rem;align-items:center;font-size:.9rem;margin:.15rem 0}.bar>span:last-child{text-align:right}.track{height:.5rem;border-radius:99px;background:var(--line);overflow:hidden}.track span{display:block;height:100%;background:var(--bar)}
details{margin-top:1.4rem}summary{cursor:pointer;color:var(--dim)}footer{text-align:center;padding:0 0 2rem}
@media(max-width:40rem){article,nav{padding:1.1rem}.bar{grid-template-columns:1fr 4rem 2.6rem}.list .cause{white-space:normal}}
@media print{body{background:none}article,nav{border:0;padding:0;break-inside:avoid-page}}`;
