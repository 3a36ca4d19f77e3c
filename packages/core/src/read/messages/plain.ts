import type { Found } from '../messages.ts';

/** Plain text: line by line; a single token (`AccessDenied`) is a code as well as a message. */
export function plainMessages(text: string): readonly Found[] {
  const found: Found[] = [];
  for (const match of text.matchAll(/[^\r\n]+/g)) {
    const line = match[0].trim();
    if (!line) continue;
    const start = match.index + match[0].indexOf(line);
    const token = /^[A-Za-z][\w.:-]{2,79}$/.test(line);
    found.push({ text: line, role: token ? 'code' : 'message', field: 'body', start, end: start + line.length });
    // `Code: Authorization_RequestDenied`, `error=invalid_token`: a code with its name before it
    const pair =
      /\b(?:code|error|reason|type|error[ _]code|errorcode)\s{0,3}[:=]\s{0,3}["']?([A-Za-z][\w.-]{3,79})/i.exec(line);
    if (pair) {
      const at = start + pair.index + pair[0].length - pair[1]!.length;
      found.push({ text: pair[1]!, role: 'code', field: 'body', start: at, end: at + pair[1]!.length });
    }
    if (found.length >= 100) break;
  }
  return found;
}
