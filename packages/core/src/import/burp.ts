import { InputError } from '../model/errors.ts';
import type { ImportContext, Imported, Importer } from '../model/importer.ts';
import { decodeUtf8, fromBase64 } from './parts/bytes.ts';
import { capital, isAddress } from './parts/recorded.ts';
import rawHttp from './raw-http.ts';

const MOST_ITEMS = 5000;

/** Items that Burp Suite saves ("Save items", base64 or not). */
const burp: Importer = {
  id: 'burp',
  title: 'Burp items',
  accepts: (text) =>
    /^\s{0,200}<\?xml[\s\S]{0,3000}<items\b[^>]{0,200}burpVersion=/.test(text.slice(0, 8192)) ||
    /^\s{0,200}<items\b[^>]{0,200}burpVersion=/.test(text.slice(0, 8192)),
  read(text, context) {
    const imported: Imported[] = [];
    let at = 0;
    while (imported.length < MOST_ITEMS) {
      const start = text.indexOf('<item>', at);
      if (start < 0) break;
      const close = text.indexOf('</item>', start);
      const end = close < 0 ? text.length : close;
      const one = readItem(text.slice(start, end), context, imported.length);
      if (one) imported.push(one);
      at = end + 1;
    }
    if (imported.length === 0)
      throw new InputError(
        'NOT_HTTP',
        `${capital(context.name ?? 'The text')} holds no item of Burp that can be read.`,
        {
          hint: 'Save the items again, with request and response.',
        },
      );
    return imported;
  },
};

export default burp;

function readItem(item: string, context: ImportContext, index: number): Imported | undefined {
  const request = messageOf(item, 'request');
  if (request === undefined) return undefined;
  const url = fieldOf(item, 'url');
  const [read] = rawHttp.read(`${request.trimEnd()}\r\n\r\n${messageOf(item, 'response') ?? ''}`, context);
  if (!read) return undefined;
  const { exchange } = read;
  const known = url !== undefined && isAddress(url) ? { ...exchange.request, url } : exchange.request;
  return {
    ...read,
    form: 'record',
    exchange: {
      ...exchange,
      request: known,
      gaps: exchange.gaps.filter(({ code }) => code !== 'request-scheme'),
      source: { name: context.name ?? 'Burp', entry: index },
    },
  };
}

function elementOf(item: string, name: string): { readonly attributes: string; readonly text: string } | undefined {
  const open = new RegExp(`<${name}(?: [^>]{0,200})?>`).exec(item);
  if (!open) return undefined;
  const start = open.index + open[0].length;
  const close = item.indexOf(`</${name}>`, start);
  const inner = item.slice(start, close < 0 ? item.length : close);
  return {
    attributes: open[0],
    text: /^\s*<!\[CDATA\[/.test(inner)
      ? inner.slice(inner.indexOf('[CDATA[') + 7, inner.lastIndexOf(']]>') < 0 ? undefined : inner.lastIndexOf(']]>'))
      : inner,
  };
}

function fieldOf(item: string, name: string): string | undefined {
  return elementOf(item, name)?.text.trim();
}

function messageOf(item: string, name: string): string | undefined {
  const element = elementOf(item, name);
  if (!element || element.text.trim() === '') return undefined;
  if (!/base64="true"/.test(element.attributes)) return element.text;
  const bytes = fromBase64(element.text.replace(/\s/g, ''));
  return bytes && decodeUtf8(bytes);
}
