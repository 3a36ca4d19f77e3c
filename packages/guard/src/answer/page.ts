import type { Problem } from './problem.ts';

/** A small page for a person, with the marks of the problem document in it. */
export function makePage(problem: Problem): string {
  const lines = [
    problem.detail === undefined ? '' : `<p>${escapeHtml(problem.detail)}</p>`,
    problem.required === undefined
      ? ''
      : `<p>Required: <code>${escapeHtml(JSON.stringify(problem.required))}</code></p>`,
  ].filter((line) => line !== '');
  const metas = [
    problem.cause === undefined ? '' : `<meta name="why403-cause" content="${escapeHtml(problem.cause)}">`,
    `<meta name="why403-denial" content="${escapeHtml(problem.denial)}">`,
    problem.sealed === undefined ? '' : `<meta name="why403-sealed" content="${escapeHtml(problem.sealed)}">`,
  ].filter((meta) => meta !== '');
  const title = escapeHtml(problem.title);
  return [
    `<!doctype html><html lang="en"><head><meta charset="utf-8">${metas.join('')}<title>${title}</title></head>`,
    `<body><h1>${problem.status} ${title}</h1>${lines.join('')}`,
    `<p>Reference: <code>${escapeHtml(problem.denial)}</code></p></body></html>`,
    '',
  ].join('\n');
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** As much of `Accept` as is read: browsers send a hundred characters. */
const MOST = 1000;

/** Whether a browser that navigates asks: HTML is wanted, and JSON neither more nor before it (RFC 9110 §12.5.1). */
export function wantsPage(accept: string | undefined): boolean {
  if (accept === undefined || !/text\/html/i.test(accept)) return false;
  let html = 0;
  let json = 0;
  for (const range of accept.slice(0, MOST).toLowerCase().split(',')) {
    const type = range.split(';', 1)[0]!.trim();
    const weight = Number(/; ?q=([01](?:\.\d{0,3})?) ?(?:;|$)/.exec(range)?.[1] ?? 1);
    // Of two that are wanted alike the first counts.
    if (type === 'text/html' && weight > json) html = Math.max(html, weight);
    else if (type.includes('json') && weight > html) json = Math.max(json, weight);
  }
  return html > json;
}
