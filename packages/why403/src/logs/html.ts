import { html } from '@why403/core';
import type { CauseGroup, Row, Triage } from './model.ts';
import { headline, number, percent, step } from './text.ts';

const STYLE = `
:root{color-scheme:light dark;--ink:#1c2024;--soft:#60656c;--line:#dcdfe3;--page:#fff;--card:#f7f8fa;--bar:#c2410c;--pale:#f3d5c4}
@media (prefers-color-scheme:dark){:root{--ink:#eceef0;--soft:#a0a6ad;--line:#363a3f;--page:#16181a;--card:#1e2124;--bar:#fb923c;--pale:#4a3020}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
main{max-width:64rem;margin:0 auto;padding:2rem 1rem 4rem}
h1{font-size:1.75rem;line-height:1.2;margin:0 0 .25rem;letter-spacing:-.01em}
h2{font-size:1.1rem;margin:2.5rem 0 .75rem}
p{margin:.25rem 0}.soft{color:var(--soft)}
code,.mono{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:.875em;overflow-wrap:anywhere}
.cards{display:grid;gap:.75rem}
.card{background:var(--card);border:1px solid var(--line);border-radius:.5rem;padding:1rem}
.card h3{font-size:1rem;margin:0;display:flex;flex-wrap:wrap;gap:.25rem 1rem;justify-content:space-between}
.card dl{display:grid;grid-template-columns:repeat(auto-fit,minmax(18rem,1fr));gap:.5rem 2rem;margin:.75rem 0 0}
.card dt{color:var(--soft);font-size:.875rem}.card dd{margin:0 0 .25rem;display:flex;gap:.75rem;justify-content:space-between}
.bar{height:.4rem;border-radius:.2rem;background:var(--pale);margin:.6rem 0;overflow:hidden}.bar i{display:block;height:100%;background:var(--bar)}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:.35rem .5rem;border-bottom:1px solid var(--line);vertical-align:top}
th{color:var(--soft);font-weight:500;font-size:.875rem}
.n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
.scroll{overflow-x:auto}
svg{display:block;width:100%;height:auto}svg rect{fill:var(--bar)}svg text{fill:var(--soft);font:12px system-ui,sans-serif}svg line{stroke:var(--line)}
.tag{border:1px solid var(--line);border-radius:1rem;padding:0 .6rem;font-size:.8rem;font-weight:400;color:var(--soft)}
`;

/** The triage as one page that needs nothing else. */
export function renderHtml(triage: Triage): string {
  const { refusals } = triage;
  const span = triage.from ? `${triage.from} to ${triage.to}, clock of the logs` : 'no times in the logs';
  const body = [
    `<h1>${html(headline(triage))}</h1>`,
    `<p class="soft">${html(span)}. Statuses ${triage.statuses.join(', ')}. Cause known of ${number(triage.known)}${
      refusals > 0 ? ` (${percent(triage.known / refusals)})` : ''
    }.${triage.lines.exact ? '' : ' The number of requests is reckoned.'}</p>`,
    refusals > 0 ? `<h2>Over time</h2>${plot(triage)}` : '',
    refusals > 0 ? `<h2>By cause</h2><div class="cards">${triage.causes.slice(0, 40).map(card).join('')}</div>` : '',
    refusals > 0 ? table('By path', 'Path', triage.paths, triage.uncounted.paths) : '',
    refusals > 0 ? table('By client', 'Client', triage.clients, triage.uncounted.clients) : '',
    `<h2>Read</h2><ul>${triage.files
      .map(({ file, format }) => `<li><code>${html(file)}</code> <span class="soft">${html(format)}</span></li>`)
      .join('')}</ul>`,
    triage.notes.length > 0
      ? `<h2>Notes</h2><ul>${triage.notes
          .map(({ file, says }) => `<li>${file ? `<code>${html(file)}</code>: ` : ''}${html(says)}.</li>`)
          .join('')}</ul>`
      : '',
  ].join('\n');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>why403: ${html(headline(triage))}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}

function card(group: CauseGroup): string {
  const detail = group.detail ? ` <code>${html(group.detail)}</code>` : '';
  const names = group.causes.map((cause) => `<code>${html(cause)}</code>`).join(group.known ? ', ' : ' or ');
  return `<section class="card">
<h3><span>${names} <span class="tag">${group.known ? `known from ${html(group.by)}` : 'candidates'}</span></span><span class="n">${number(group.count)} · ${percent(group.share)}</span></h3>
<div class="bar"><i style="width:${(group.share * 100).toFixed(2)}%"></i></div>
<p>${html(group.says)}.${detail}</p>
<dl>${list('Paths', group.paths)}${list('Clients', group.clients)}</dl>
</section>`;
}

function list(title: string, rows: readonly Row[]): string {
  return `<div><dt>${title}</dt>${rows
    .map(({ key, count }) => `<dd><code>${html(key)}</code><span class="n">${number(count)}</span></dd>`)
    .join('')}</div>`;
}

function table(title: string, name: string, rows: Triage['paths'], uncounted: number): string {
  const rest =
    uncounted > 0 ? `<p class="soft">Rare ones left out: ${number(uncounted)} refusals stand in no row.</p>` : '';
  return `<h2>${title}</h2><div class="scroll"><table><thead><tr><th>${name}</th><th>Mostly</th><th class="n">Refusals</th><th class="n">Share</th></tr></thead><tbody>${rows
    .map(
      ({ key, count, share, cause }) =>
        `<tr><td><code>${html(key)}</code></td><td>${html(cause)}</td><td class="n">${number(count)}</td><td class="n">${percent(share)}</td></tr>`,
    )
    .join('')}</tbody></table></div>${rest}`;
}

const W = 960;
const H = 180;

function plot({ times }: Triage): string {
  const { seconds, steps } = times;
  if (steps.length === 0) return '<p class="soft">The lines have no times.</p>';
  const wall = (at: string): number => Date.parse(`${at.replace(' ', 'T')}Z`) / 1000;
  const start = wall(steps[0]!.at);
  const columns = Math.round((wall(steps.at(-1)!.at) - start) / seconds) + 1;
  const most = Math.max(...steps.map(({ count }) => count));
  const width = Math.min(W / columns, 60);
  const bars = steps.map(({ at, count }) => {
    const height = Math.max(1, (count / most) * H);
    const x = Math.round((wall(at) - start) / seconds) * width;
    return `<rect x="${x.toFixed(1)}" y="${(20 + H - height).toFixed(1)}" width="${Math.max(1, width - 1.5).toFixed(1)}" height="${height.toFixed(1)}" rx="1"><title>${at}: ${number(count)}</title></rect>`;
  });
  return `<svg viewBox="0 0 ${W} ${H + 44}" role="img" aria-label="Refusals over time, most ${number(most)} in ${step(seconds)}">
<text x="0" y="12">most ${number(most)} in ${step(seconds)}</text>
${bars.join('')}
<line x1="0" x2="${W}" y1="${H + 20}" y2="${H + 20}"/>
<text x="0" y="${H + 38}">${steps[0]!.at.slice(0, 16)}</text><text x="${W}" y="${H + 38}" text-anchor="end">${steps.at(-1)!.at.slice(0, 16)}; each bar ${step(seconds)}</text>
</svg>`;
}
