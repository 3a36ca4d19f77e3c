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

/** Whether a browser that navigates asks: `text/html` is named, and nothing of JSON stands before it. */
export function wantsPage(accept: string | undefined): boolean {
  if (accept === undefined) return false;
  const html = accept.indexOf('text/html');
  const json = accept.indexOf('json');
  return html >= 0 && (json < 0 || html < json);
}
