// What the recorder has to know of a program: where its user names authorities, what shows that its connections must not be read, and
// what to do where it cannot be recorded.

/** What can be looked at before a program is started. */
export interface Start {
  /** The words after the program's name. */
  readonly words: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** The text of a settings file; empty where there is none. */
  readonly read: (file: string) => string;
  /** What another program says on its standard output; empty where it fails. */
  readonly ask: (program: string, words: readonly string[]) => string;
}

/** What stands in the command and in its settings. */
export interface Shown {
  /** Files of authorities in settings that our variable takes the place of; they are trusted as before. */
  readonly authorities?: readonly string[];
  /** Why its TLS connections are not read, as a sentence. */
  readonly unread?: string;
  /** It would speak HTTP/1.1 to a proxy of HTTP where it speaks HTTP/2 to the host. */
  readonly bySocks?: boolean;
  /** Why its requests do not come to the recorder, as a sentence. */
  readonly past?: string;
}

export interface RecordedTool {
  readonly id: string;
  /** The words by which it is typed. */
  readonly commands: readonly string[];
  /** The variable, or the setting, that names a file of authorities in place of the system's; absent where that differs. */
  readonly authority?: string;
  /** Its client certificates always show in the command or the settings that `look` sees. */
  readonly showsCertificates?: true;
  look?(start: Start): Shown;
  /** Where it does not heed proxy settings. */
  readonly unrecorded?: {
    /** Only for hosts on this machine, or whatever the host. */
    readonly where: 'loopback' | 'anywhere';
    /** Why, as a sentence. */
    readonly why: string;
    /** What to do in place of it, as a sentence. */
    readonly instead: string;
  };
}

/** The first of these options that stands among the words: `--name`, `--name=value`, `-x` alone or in a bundle of short ones. */
export function optionIn(words: readonly string[], names: readonly string[]): string | undefined {
  return names.find((name) =>
    words.some((word) =>
      name.startsWith('--')
        ? word === name || word.startsWith(`${name}=`)
        : name.length === 2
          ? word === name || (/^-[A-Za-z0-9#]{2,}/.test(word) && !word.startsWith('--') && inBundle(word, name[1]!))
          : word === name,
    ),
  );
}

/** Short options of curl and wget that take a value: the rest of the word is theirs. */
const VALUED = /[AbcCdDeEFhHKmoPQrTuUwxXyYzt]/;

function inBundle(word: string, letter: string): boolean {
  for (const one of word.slice(1)) {
    if (one === letter) return true;
    if (VALUED.test(one)) return false;
  }
  return false;
}

/** Why an option keeps the recorder from reading. */
export function byOption(option: string | undefined, what: string): Shown {
  return option === undefined ? {} : { unread: `${option} ${what}` };
}

export const WHY = {
  certificate: 'gives a client certificate, which the recorder does not have.',
  insecure: 'turns the check of certificates off, and the recorder would check.',
  pin: 'pins the certificate of the server, and the recorder shows another.',
  authority: 'names the only authority that the command trusts, and the recorder is not of it.',
} as const;
