import type { Diagnosis, ToldEvidence } from '../model/diagnosis.ts';
import { html as h, visible } from './escape.ts';
import { QUESTIONS, WHO } from './words.ts';

/** One self-contained page: no script, no outside resource, everything from the network escaped. */
export function page(diagnoses: readonly Diagnosis[]): string {
  const title =
    diagnoses.length === 1
      ? `${diagnoses[0]!.response?.status ?? ''} ${diagnoses[0]!.request.method} ${diagnoses[0]!.request.url}`
      : `${diagnoses.length} refusals`;
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
${diagnoses.length > 1 ? overview(diagnoses) : ''}
${diagnoses.map(article).join('\n')}
</main>
<footer>why403 · secrets are taken out of this report</footer>
</body>
</html>
`;
}

function overview(diagnoses: readonly Diagnosis[]): string {
  const rows = diagnoses
    .map(
      (d, i) =>
        `<tr><td><a href="#d${i}">${d.response?.status ?? ''}</a></td><td>${h(d.request.method)}</td><td class="url">${h(d.request.url)}</td><td>${badge(d)}</td></tr>`,
    )
    .join('');
  return `<section><h1>${diagnoses.length} refusals</h1><table><tbody>${rows}</tbody></table></section>`;
}

function badge(d: Diagnosis): string {
  const { cause, certainty, probability } = d.verdict;
  return `<span class="badge ${certainty}">${certainty}${certainty === 'likely' || certainty === 'possible' ? ` ${Math.round(probability * 100)} %` : ''}</span> <b>${cause ?? 'not known'}</b>`;
}

function article(d: Diagnosis, i: number): string {
  const top = d.causes.find((c) => c.cause === d.verdict.cause);
  const evidence = top?.evidence.filter((e) => e.bits > 0) ?? [];
  return `<article id="d${i}">
<header>
<p class="line"><span class="status">${d.response?.status ?? 'no answer'}</span> <code>${h(d.request.method)} ${h(d.request.url)}</code></p>
<h2>${badge(d)}</h2>
<p class="summary">${h(d.verdict.summary)}</p>
${d.notes
  .filter((n) => n.kind === 'number' || n.kind === 'hop')
  .map((n) => `<p class="note">${h(n.text)}</p>`)
  .join('')}
${d.products.length ? `<p class="dim">${d.products.map((p) => h(`${p.name} (${p.role})`)).join(' · ')}</p>` : ''}
</header>
${evidence.length ? `<section><h3>Evidence</h3><ol>${evidence.map(evidenceItem).join('')}</ol></section>` : ''}
${d.experiments.length ? `<section><h3>Experiments</h3><table><tbody>${d.experiments.map((e) => `<tr><td>${h(e.changed)}</td><td>${e.status ?? ''}</td><td>${e.outcome}</td><td>${h(e.says)}</td></tr>`).join('')}</tbody></table></section>` : ''}
${
  top?.fixes.length
    ? `<section><h3>What to do</h3>${top.fixes
        .map(
          (f) =>
            `<div class="fix"><p><b>${h(WHO[f.who])}</b>: ${h(f.text)}${f.verified ? ' <span class="ok">tried: it works</span>' : ''}</p>${[
              f.request,
              ...(f.commands ?? []),
            ]
              .filter((l) => l !== null)
              .map((l) => `<pre>${h(l)}</pre>`)
              .join('')}</div>`,
        )
        .join('')}</section>`
    : ''
}
<section><h3>Candidates</h3>${d.causes
    .filter((c) => c.probability >= 0.01)
    .slice(0, 6)
    .map(
      (c) =>
        `<div class="bar"><span>${c.cause}</span><meter min="0" max="1" value="${c.probability}"></meter><span>${Math.round(c.probability * 100)} %</span></div>`,
    )
    .join('')}</section>
<section><h3>Checklist</h3><table><tbody>${d.checklist.map((a) => `<tr><td>${h(QUESTIONS[a.item])}</td><td class="${a.answer}">${a.answer}</td><td>${h(a.because)}</td></tr>`).join('')}</tbody></table></section>
<section><details><summary>Request and answer</summary><pre>${h2(requestText(d))}</pre><pre>${h2(responseText(d))}</pre></details></section>
${notes(d)}
</article>`;
}

function evidenceItem(e: ToldEvidence): string {
  const quote = e.quote
    ? `<pre>${h(e.before.slice(-120))}<mark>${h(e.quote)}</mark>${h(e.after.slice(0, 120))}</pre>`
    : '';
  return `<li><p>${h(e.says)} <span class="dim">${h(e.from)}, ${e.bits.toFixed(1)} bits</span></p>${quote}</li>`;
}

function notes(d: Diagnosis): string {
  const list = d.notes.filter((n) => n.kind !== 'number' && n.kind !== 'hop');
  return list.length
    ? `<section class="dim"><ul>${list.map((n) => `<li>${h(n.text)}</li>`).join('')}</ul></section>`
    : '';
}

// lines stay lines; everything else is escaped
function h2(text: string): string {
  return text
    .split('\n')
    .map((line) => h(line.replace(/\r$/, '')))
    .join('\n');
}

function requestText(d: Diagnosis): string {
  return [
    `${d.request.method} ${d.request.url}`,
    ...d.request.headers.map(([n, v]) => `${n}: ${v}`),
    '',
    d.request.body ?? '',
  ].join('\n');
}

function responseText(d: Diagnosis): string {
  return d.response
    ? [String(d.response.status), ...d.response.headers.map(([n, v]) => `${n}: ${v}`), '', d.response.body ?? ''].join(
        '\n',
      )
    : visible('no answer');
}

const STYLE = `:root{color-scheme:light dark;--fg:#1c1e21;--bg:#fbfbfa;--card:#fff;--line:#e2e2de;--dim:#6a6f76;--red:#b3261e;--green:#1b6e3c;--amber:#8a5a00;--mark:#ffe08a}
@media(prefers-color-scheme:dark){:root{--fg:#e6e6e3;--bg:#16181a;--card:#1e2124;--line:#33373b;--dim:#9aa0a6;--red:#ff8a80;--green:#7fd6a0;--amber:#f0c36d;--mark:#6b5300}}
*{box-sizing:border-box}body{margin:0;background:var(--bg);color:var(--fg);font:16px/1.5 system-ui,sans-serif}
main{max-width:56rem;margin:0 auto;padding:1.5rem 1rem}article,main>section{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:1.25rem 1.5rem;margin:0 0 1.25rem}
h1,h2{font-size:1.35rem;margin:.2rem 0}h3{font-size:.8rem;text-transform:uppercase;letter-spacing:.06em;color:var(--dim);margin:1.4rem 0 .4rem}
p{margin:.35rem 0}.line{overflow-wrap:anywhere}.status{font-weight:700;color:var(--red);font-size:1.1rem}.summary{font-size:1.1rem}.note{color:var(--amber)}.dim,footer{color:var(--dim);font-size:.85rem}
pre,code{font:13px/1.45 ui-monospace,monospace}pre{background:var(--bg);border:1px solid var(--line);border-radius:6px;padding:.5rem .7rem;margin:.3rem 0;white-space:pre-wrap;overflow-wrap:anywhere}
mark{background:var(--mark);color:inherit;padding:0 .1em}table{border-collapse:collapse;width:100%;font-size:.92rem}td{border-top:1px solid var(--line);padding:.35rem .6rem .35rem 0;vertical-align:top}.url{overflow-wrap:anywhere}
.badge{font-size:.8rem;border:1px solid currentColor;border-radius:99px;padding:.05rem .55rem;vertical-align:.12em}.proven,.ok{color:var(--green)}.likely{color:var(--amber)}.possible,.unknown{color:var(--dim)}.problem{color:var(--red);font-weight:600}
.bar{display:grid;grid-template-columns:12rem 1fr 4rem;gap:.7rem;align-items:center;font-size:.92rem}meter{width:100%}footer{text-align:center;padding:0 0 2rem}ol{padding-left:1.3rem}`;
