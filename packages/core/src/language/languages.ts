// Every language that is read. A new one is one file beside this one and one line here.
import ar from './ar.ts';
import cs from './cs.ts';
import da from './da.ts';
import de from './de.ts';
import en from './en.ts';
import { makeEntries } from './entries.ts';
import es from './es.ts';
import fi from './fi.ts';
import fr from './fr.ts';
import hi from './hi.ts';
import hu from './hu.ts';
import id from './id.ts';
import it from './it.ts';
import ja from './ja.ts';
import ko from './ko.ts';
import nl from './nl.ts';
import pl from './pl.ts';
import pt from './pt.ts';
import ru from './ru.ts';
import { type Reading, read as readWith } from './statements.ts';
import sv from './sv.ts';
import tr from './tr.ts';
import uk from './uk.ts';
import vi from './vi.ts';
import zh from './zh.ts';

export const LANGUAGES = [ar, cs, da, de, en, es, fi, fr, hi, hu, id, it, ja, ko, nl, pl, pt, ru, sv, tr, uk, vi, zh];

let entries: ReturnType<typeof makeEntries> | undefined;
/** Texts of one answer are asked for more than once. */
const readings = new Map<string, Reading>();
const REMEMBERED = 200;

/** What a text says, in whatever language it is written. The entries are filed when the first text asks for it. */
export function read(text: string): Reading {
  const known = readings.get(text);
  if (known) return known;
  entries ??= makeEntries(LANGUAGES);
  const reading = readWith(text, entries);
  if (readings.size >= REMEMBERED) readings.clear();
  readings.set(text, reading);
  return reading;
}

/** Whether a text says in so many words that something is refused. */
export function denies(text: string): boolean {
  return read(text).tags.some(
    ({ concept, denied }) => (concept === 'blocked' && !denied) || (concept === 'allowed' && denied),
  );
}

/** Whether a short text says no more than that access is refused. */
export function onlyDenies(text: string): boolean {
  const { tokens, tags } = read(text);
  return (
    denies(text) &&
    tokens.every((token, i) => {
      const own = tags.filter(({ from, to }) => from <= i && i < to);
      return /^\d+$/.test(token.text) || (own.length > 0 && own.every(({ concept }) => PLAIN.has(concept)));
    })
  );
}

const PLAIN: ReadonlySet<string> = new Set(['access', 'blocked', 'allowed', 'not', 'failed', 'must', 'filler']);
