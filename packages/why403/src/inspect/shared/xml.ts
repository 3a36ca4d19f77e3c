/** XML as configuration files have it: elements with their lines. No entities but the five, no DTD: nothing is fetched. */

export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Element[];
  /** Its own text, trimmed. */
  readonly text: string;
  readonly line: number;
  /** The line on which its text begins. */
  readonly textLine: number;
}

interface Growing {
  name: string;
  attributes: Map<string, string>;
  children: Growing[];
  text: string;
  line: number;
  textLine: number;
}

const MOST_ELEMENTS = 250_000;
const MOST_DEPTH = 200;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const plain = (text: string): string => text.replace(/&(\w{2,4});/g, (whole, name: string) => ENTITIES[name] ?? whole);

/** The elements at the top of a text; what is not closed ends with it. `cut`: the line from which on there were too many. */
export function readXml(source: string): { readonly elements: readonly Element[]; readonly cut?: number } {
  const root: Growing = { name: '', attributes: new Map(), children: [], text: '', line: 1, textLine: 1 };
  const open: Growing[] = [root];
  let line = 1;
  let count = 0;
  let i = 0;
  const goTo = (end: number): string => {
    const part = source.slice(i, end);
    for (const c of part) if (c === '\n') line++;
    i = end;
    return part;
  };
  const past = (mark: string): number => {
    const at = source.indexOf(mark, i);
    return at < 0 ? source.length : at + mark.length;
  };
  while (i < source.length && count < MOST_ELEMENTS) {
    const top = open.at(-1) as Growing;
    if (source[i] !== '<') {
      const end = source.indexOf('<', i);
      const startLine = line;
      const text = goTo(end < 0 ? source.length : end);
      if (text.trim() && !top.text)
        top.textLine = startLine + (text.slice(0, text.search(/\S/)).split('\n').length - 1);
      top.text += plain(text);
    } else if (source.startsWith('<!--', i)) goTo(past('-->'));
    else if (source.startsWith('<![CDATA[', i)) top.text += goTo(past(']]>')).slice(9, -3);
    else if (source.startsWith('<?', i)) goTo(past('?>'));
    else if (source.startsWith('<!', i)) goTo(past('>'));
    else if (source.startsWith('</', i)) {
      const name = goTo(past('>')).slice(2, -1).trim();
      const at = open.findLastIndex((one) => one.name === name);
      if (at > 0) open.length = at;
    } else {
      const start = line;
      const tag = goTo(past('>'));
      const name = /^<([^\s/>]{1,200})/.exec(tag)?.[1]?.replace(/^.*:/, '');
      if (name === undefined) continue;
      count++;
      const attributes = new Map(
        [...tag.matchAll(/\s([\w:.-]{1,100})\s?=\s?(?:"([^"]*)"|'([^']*)')/g)].map(
          ([, key = '', one, other]) => [key, plain(one ?? other ?? '')] as const,
        ),
      );
      const made: Growing = { name, attributes, children: [], text: '', line: start, textLine: start };
      top.children.push(made);
      if (!tag.endsWith('/>') && open.length < MOST_DEPTH) open.push(made);
    }
  }
  return { elements: root.children, ...(i < source.length && { cut: line }) };
}

const found = new WeakMap<readonly Element[], Map<string, Element[]>>();

/** Every element of this name below these, in the order of the text. */
export function findElements(elements: readonly Element[], name: string): readonly Element[] {
  const known = found.get(elements);
  if (known) return known.get(name) ?? [];
  const byName = new Map<string, Element[]>();
  const gather = (list: readonly Element[]): void => {
    for (const one of list) {
      const same = byName.get(one.name);
      if (same) same.push(one);
      else byName.set(one.name, [one]);
      gather(one.children);
    }
  };
  gather(elements);
  found.set(elements, byName);
  return byName.get(name) ?? [];
}

/** The texts of the children of this name. */
export function textsOf(element: Element, name: string): readonly string[] {
  return element.children.filter((one) => one.name === name).map(({ text }) => text.trim());
}
