import { Parser } from 'htmlparser2';
import type { MessageRole } from '../../model/evidence.ts';
import type { Found } from '../messages.ts';

const SKIP = new Set(['script', 'style', 'noscript', 'svg', 'template', 'iframe']);
const BLOCK = new Set([
  'p',
  'div',
  'br',
  'li',
  'tr',
  'td',
  'th',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'table',
  'section',
  'article',
  'header',
  'footer',
  'main',
  'pre',
  'center',
  'hr',
  'dd',
  'dt',
  'title',
  'head',
  'body',
  'html',
  'form',
  'label',
  'button',
  'nav',
  'blockquote',
  'code',
]);

/** Title, headings and visible text of a page. A text keeps its offsets where it stands in one piece in the source. */
export function htmlMessages(html: string): readonly Found[] {
  const found: Found[] = [];
  let skip = 0;
  let role: MessageRole = 'text';
  let tag = 'body';
  let buffer = '';
  let from = -1;
  let to = -1;
  const flush = (): void => {
    const text = buffer.replace(/\s+/g, ' ').trim();
    buffer = '';
    if (text && found.length < 150) {
      const raw = html.slice(from, to);
      const lead = raw.length - raw.trimStart().length;
      const whole = raw.trim();
      found.push({ text, role, field: tag, ...(from >= 0 && { start: from + lead, end: from + lead + whole.length }) });
    }
    from = -1;
  };
  const parser = new Parser(
    {
      onopentagname(name) {
        if (BLOCK.has(name)) flush();
        if (SKIP.has(name)) skip++;
        if (name === 'title') [role, tag] = ['title', name];
        else if (/^h[1-4]$/.test(name)) [role, tag] = ['heading', name];
      },
      ontext(text) {
        if (skip) return;
        if (from < 0) {
          if (!text.trim()) return;
          from = parser.startIndex;
        }
        to = parser.endIndex + 1;
        buffer += text;
      },
      onclosetag(name) {
        if (SKIP.has(name)) skip = Math.max(0, skip - 1);
        if (BLOCK.has(name)) flush();
        if (name === 'title' || /^h[1-4]$/.test(name)) [role, tag] = ['text', 'body'];
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(html);
  parser.end();
  flush();
  return found;
}

/** The words of a fragment of HTML. */
export function htmlText(html: string): string {
  return htmlMessages(html)
    .map(({ text }) => text)
    .join(' ');
}
