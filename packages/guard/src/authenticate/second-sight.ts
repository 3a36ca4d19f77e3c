/** Marks that share a place. One alone would forget a token whenever another of its place comes, and so both for ever. */
const WAYS = 8;

/**
 * Whether a token comes for the second time, as far as a small table of marks can tell. Only such tokens are worth
 * remembering: one that never comes again would cost more to keep than to verify.
 * @param most tokens that are to be remembered
 */
export function secondSight(most: number): (token: string) => boolean {
  const places = 2 ** Math.ceil(Math.log2(Math.max(2048, most) / 4));
  const marks = new Int32Array(places * WAYS);
  return (token) => {
    // FNV-1a over the end of the signature, which differs in any two tokens.
    let hash = 0x811c9dc5;
    for (let at = Math.max(0, token.length - 16); at < token.length; at++) {
      hash = Math.imul(hash ^ token.charCodeAt(at), 0x01000193);
    }
    const first = (hash & (places - 1)) * WAYS;
    for (let at = first; at < first + WAYS; at++) if (marks[at] === hash) return true;
    // The newest stands first, and the oldest makes room.
    marks.copyWithin(first + 1, first, first + WAYS - 1);
    marks[first] = hash;
    return false;
  };
}
