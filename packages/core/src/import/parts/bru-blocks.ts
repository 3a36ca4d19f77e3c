// The blocks of Bruno's files (https://docs.usebruno.com/bru-lang/overview).

/** Blocks by their names; each ends at a line that is its closing brace alone. */
export function blocksOf(text: string): ReadonlyMap<string, string> {
  const blocks = new Map<string, string>();
  let name: string | undefined;
  let lines: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const open = name === undefined ? /^([a-z][\w:-]{1,60}) \{[ \t]{0,9}$/.exec(line)?.[1] : undefined;
    if (open !== undefined) {
      name = open;
      lines = [];
    } else if (name !== undefined && line === '}') {
      blocks.set(name, lines.join('\n'));
      name = undefined;
    } else if (name !== undefined) lines.push(line);
  }
  return blocks;
}

/** Lines `name: value` of a block; those that begin with `~` are switched off. */
export function pairsOf(block = ''): readonly (readonly [string, string])[] {
  return block.split('\n').flatMap((line): (readonly [string, string])[] => {
    const pair = /^\s{0,9}([^\s:~][^:\s]{0,200}):[ \t]{0,9}(.*)$/.exec(line);
    return pair ? [[pair[1]!, pair[2]!.trim()]] : [];
  });
}
