import type { Case } from './cause.ts';

const NAME = '(?:x-)?[a-z]{2,20}(?:-[a-z]{2,20}){0,3}-(?:key|token|secret)|x-[a-z]{2,20}(?:-[a-z]{2,20}){0,3}';
const TOLD = new RegExp(
  String.raw`\b(${NAME})\b['"]? (?:request )?(?:http )?header\b|\bheader:? ['"]?(${NAME})\b`,
  'i',
);

/** Names of credential headers that the answer says it wants: "X-Api-Key header is required". */
export function headersAskedFor(c: Case): readonly string[] {
  const found = c.evidence.all('message').flatMap(({ fact }) => {
    const told = TOLD.exec(fact.text.slice(0, 2000));
    const name = told?.[1] ?? told?.[2];
    return name && !/csrf|xsrf|cache|forwarded/i.test(name) ? [name] : [];
  });
  return [...new Set(found)].slice(0, 2);
}
