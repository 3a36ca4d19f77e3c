/** Lower case, white space folded to one space, curly quotes straightened: the form in which words are compared. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/[\u2018\u2019\u02bc`\u00b4]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2010-\u2015]/g, '-')
    .trim();
}

/** `insufficient_scope`, `ExpiredToken`, `API_DISABLED_FOR_ORG` as words, so that codes are read like sentences. */
export function codeWords(code: string): string {
  return code
    .slice(0, 200)
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .replace(/[_.:/-]+/g, ' ')
    .toLowerCase();
}
