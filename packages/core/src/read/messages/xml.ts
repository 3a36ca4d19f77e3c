import { Parser } from 'htmlparser2';
import type { Found } from '../messages.ts';

const CODE = /^(?:[\w-]{1,20}:)?(?:code|faultcode|errorcode|type|reason|exceptioncode|subcode)$/i;

/** Leaf elements of an XML answer (S3, Azure, SOAP and the like): codes apart from messages. */
export function xmlMessages(xml: string): readonly Found[] {
  const found: Found[] = [];
  let name = '';
  let buffer = '';
  let from = -1;
  let to = -1;
  const flush = (): void => {
    const text = buffer.trim();
    buffer = '';
    if (text && found.length < 150) {
      const code = CODE.test(name) && !/\s/.test(text);
      const raw = html(from, to);
      const lead = raw.length - raw.trimStart().length;
      found.push({
        text,
        role: code ? 'code' : /\s/.test(text) || !name ? 'message' : 'text',
        field: name || 'xml',
        start: from + lead,
        end: from + lead + raw.trim().length,
      });
    }
    from = -1;
  };
  const html = (a: number, b: number): string => xml.slice(a, b);
  const parser = new Parser(
    {
      onopentagname(tag) {
        flush();
        name = tag;
      },
      onattribute(attribute, value) {
        if (
          /^(?:code|message|msg|reason|error|info|description|detail)$/i.test(attribute) &&
          value &&
          found.length < 150
        )
          found.push({ text: value, role: /\s/.test(value) ? 'message' : 'code', field: attribute });
      },
      ontext(text) {
        if (from < 0) {
          if (!text.trim()) return;
          from = parser.startIndex;
        }
        to = parser.endIndex + 1;
        buffer += text;
      },
      onclosetag() {
        flush();
        name = '';
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(xml);
  parser.end();
  flush();
  return found;
}
