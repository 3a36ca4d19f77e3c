/** Marks of tokens seen once; a power of two. */
const MARKS = 65_536;

/**
 * Whether a token comes for the second time, as far as a small table of marks can tell. Only such tokens are worth
 * remembering: one that never comes again would cost more to keep than to verify.
 */
export function secondSight(): (token: string) => boolean {
  const marks = new Int32Array(MARKS);
  return (token) => {
    // FNV-1a over the end of the signature, which differs in any two tokens.
    let hash = 0x811c9dc5;
    for (let at = Math.max(0, token.length - 16); at < token.length; at++) {
      hash = Math.imul(hash ^ token.charCodeAt(at), 0x01000193);
    }
    const slot = hash & (MARKS - 1);
    if (marks[slot] === hash) return true;
    marks[slot] = hash;
    return false;
  };
}
