// Text that speaks: the answer's own sentences, headers that explain, log lines. Words stay, what looks like a value goes.
import type { Cut } from './cuts.ts';
import { shifted } from './cuts.ts';
import { entityOf } from './decode.ts';
import { isAddress, isCommon, isSpoken, isTime, isTrivial } from './form.ts';
import { isSecretName } from './names.ts';
import { asSeen } from './seen.ts';
import { urlCuts } from './url.ts';

const TOKEN = /[^\s"'`<>(),;|{}[\]“”„«»‘’‹›「」（），。；：]+/gu;
const URL_START = /^[a-z][a-z0-9+.-]{0,20}:\/\/./i;
/** `name=value`, and `name: value` where the value follows at once. */
const PAIR = /^(-{0,2}[\p{L}$@_][\p{L}\d_.$@-]{0,60})(=|:(?!\/\/)|%3D)(.+)$/u;
/** What a secret is called, in the languages that answers are written in. */
const SECRET_WORDS = [
  'pass(?:word|wd|phrase|code)?|passwd|pwd|secret|token|credentials?|(?:api|access|private|secret|app)[ _-]?key|signature|sess(?:ion)?(?:[ _-]?id)?|otp|pin|bearer|cookie|nonce|csrf|(?:recovery|seed|secret|backup)[ _-]?(?:phrase|codes?|words?|answer)|one[ -]time[ -]code',
  '(?:pass|kenn|lösungs)wort|kennwörter|schlüssel|geheimnis|mot de passe|jeton|contraseña|clave|senha|palavra-passe|chave|parola|chiave|hasło|klucz|heslo|klíč|wachtwoord|sleutel|lösenord|nyckel|adgangskode|nøgle|salasana|jelszó|şifre|parola|mật khẩu|kata sandi',
  'пароль|ключ|токен|секрет|密码|密碼|口令|密钥|令牌|パスワード|暗証番号|トークン|비밀번호|암호|토큰|पासवर्ड|كلمة (?:المرور|السر)',
].join('|');
/** What is said of a secret between its name and itself: `API key not valid: …`. */
const SAID =
  '(?:[ \\t]{1,3}(?:not|is|was|in|no|longer|(?:in)?valid|wrong|incorrect|bad|provided|given|used|sent|supplied|received|entered|rejected|refused|expired|revoked|unknown)){0,4}';
/** A secret named in a sentence, and what follows the name: `password: …`, `token "…"`, `key=…`. */
const NAMED = new RegExp(
  `(?:${SECRET_WORDS})${SAID}["'\`]?[ \\t]{0,3}(?:(?:[:=：]|=>|%3D)[ \\t]{0,3}["'\`]?|(?<=[ \\t]{1,3})["'\`])([^\\r\\n"'\`,;&<>{}()]{1,400})`,
  'giu',
);
/** A code that is to be typed, behind the word for it: `your code is 771234`, `OTP 771234`. */
const TYPED =
  /(?<!(?:error|status|response|exit|reason|result|http|country|zip|postal|area|sub)[ _-]{0,2})\b(?:otp|pin|code|passcode|cvv|cvc|tan)(?: is| was)?[ \t]{1,3}["'(]?(\d{4,10})(?!\d)/gi;
/** A number in groups: of a card, an account, a person. */
const GROUPED = /(?<![\w.:/-])(?:\d{4}[ -]){2,4}\d{1,7}(?![\w.:/-])|(?<![\w.:/-])\d{3}-\d{2}-\d{4}(?![\w.:/-])/g;
/** The word of a scheme, and the credential behind it. */
const CREDENTIAL =
  /\b(?:Bearer|Basic|Token|Negotiate|NTLM|Digest|DPoP|ApiKey|Hawk|HMAC|AWS|Bot)[ \t]+([^\s"'`,;<>]{4,})/gi;
const PEM = /-----BEGIN [A-Z ]{0,40}-----[^-]{0,20000}(?:-----END [A-Z ]{0,40}-----)?/g;

/** An id by which the one who runs the service finds this refusal, and the words that say so. */
const ID =
  /\b(?:(?:ray|request|reference|incident|event|support|transaction|trace|correlation|denial)[ _-]?(?:id|#|number|no\.?|code)|reference)(?: is)?[ \t]{0,3}[:#=]?[ \t#]{0,3}["'(]?([\w.-]{6,60})/gi;

/** What the answer names by a number: a project, an account, a rule. */
const NUMBERED =
  /\b(?:project|account|organi[sz]ation|tenant|team|app(?:lication)?|installation|subscription|rule|zone|error)(?:[ _](?:id|number|code))?[ \t]{0,3}[:=#]?[ \t]{0,3}["'(]?(\d{4,12})(?!\d)/gi;

/** Sizes, times and amounts. */
const MEASURED =
  /(?<![\w.-])(\d{4,12})(?= (?:bytes|characters|requests|seconds|milliseconds|ms|s|tokens|lines|entries|of|times)\b)/g;

/** A time in seconds, behind a word that says so. */
const TIMED =
  /\b(?:at|after|until|till|before|since|time|timestamp|date|reset|resets|expires?|expired|expiry|exp|iat|nbf|now|epoch)["']?[ \t]{0,3}[:=]?[ \t]{0,3}["'(]?(1[5-9]\d{8}(?:\d{3}|\.\d{1,6})?)(?!\d)/gi;

/** What ends a sentence and is none of its last word. */
const STOPS = /[.!?:…*]{1,9}$/;

/** Whose text it is. */
export interface SentenceView {
  /** It is the value of a name that holds a time. */
  readonly times?: boolean;
  /** Places on the disk stand in it, which the one who runs the server has to find. */
  readonly files?: boolean;
}

/** What is not shown of a text that speaks. */
export function sentenceCuts(text: string, view: SentenceView = {}): readonly Cut[] {
  const written = writtenCuts(text, view);
  // the name of a character is no word of its own: `&nbsp;`
  const isEntity = ({ start, end }: Cut): boolean =>
    text[start - 1] === '&' && entityOf(text.slice(start - 1, end + 1)) !== undefined;
  return [...(text.includes('&') ? written.filter((cut) => !isEntity(cut)) : written), ...seenCuts(text, view)];
}

/** What is not shown of words that their reader sees otherwise than they are written: parted by tags, spelled by entities. */
export function seenCuts(text: string, view: SentenceView = {}): readonly Cut[] {
  const seen = asSeen(text);
  if (!seen) return [];
  return writtenCuts(seen.text, view)
    .filter(({ start, end }) => end > start && seen.differs(start, end))
    .map((cut) => ({
      ...cut,
      start: seen.from[cut.start]!,
      end: seen.to[cut.end - 1]!,
      value: cut.value ?? seen.text.slice(cut.start, cut.end),
    }));
}

function writtenCuts(text: string, view: SentenceView): readonly Cut[] {
  const cuts: Cut[] = [];
  if (text.includes('-----BEGIN'))
    for (const match of text.matchAll(PEM)) cuts.push({ start: match.index, end: match.index + match[0].length });
  // most texts of a recording are a few words, and none of these stands in them
  if (/[:=："'`]|%3D/i.test(text)) cuts.push(...namedCuts(text));
  const hasDigits = /\d/.test(text);
  if (hasDigits) cuts.push(...numberCuts(text));
  if (/\s/.test(text)) cuts.push(...schemeCuts(text));
  const ids = hasDigits ? idEnds(text) : [];
  for (const match of text.matchAll(TOKEN)) {
    const end = match.index + match[0].length;
    if (ids.length && ids.some((id) => id > match.index && id <= end && end - id <= 1)) continue;
    const lead = /^[.:!?*#=&+~^]+/.exec(match[0])?.[0].length ?? 0;
    const whole = match[0].replace(STOPS, '');
    // the colons that an address begins or ends with are its own
    if (isAddress(whole) || isAddress(match[0])) continue;
    const token = whole.slice(lead);
    if (view.files && /^\/[^?=;&]+$/.test(token)) continue;
    if (view.times && isTime(token)) continue;
    if (token.length >= 4) cuts.push(...shifted(tokenCuts(token, 0), match.index + lead));
  }
  return cuts;
}

/** What follows the name of a secret. */
function namedCuts(text: string): readonly Cut[] {
  return [...text.matchAll(NAMED)].flatMap((match) => {
    const value = match[1]!.trimEnd();
    const start = match.index + match[0].length - match[1]!.length;
    return speaks(value) ? [] : [{ start, end: start + value.length }];
  });
}

/** Codes that are typed, and numbers in groups. */
function numberCuts(text: string): readonly Cut[] {
  const typed = [...text.matchAll(TYPED)].map((match) => {
    const end = match.index + match[0].length;
    return { start: end - match[1]!.length, end };
  });
  return [
    ...typed,
    ...[...text.matchAll(GROUPED)].map(({ 0: whole, index }) => ({ start: index, end: index + whole.length })),
  ];
}

/** Credentials behind the word of their scheme. */
function schemeCuts(text: string): readonly Cut[] {
  return [...text.matchAll(CREDENTIAL)].flatMap((match) => {
    const value = match[1]!.replace(/[.!?:]{1,9}$/, '');
    const start = match.index + match[0].length - match[1]!.length;
    return isSpoken(value) || PAIR.test(value) ? [] : [{ start, end: start + value.length }];
  });
}

/** Where ids, sizes and times end that are to be read. */
function idEnds(text: string): readonly number[] {
  return [ID, NUMBERED, MEASURED, TIMED].flatMap((pattern) =>
    [...text.matchAll(pattern)].filter((match) => /\d/.test(match[1]!)).map((match) => match.index + match[0].length),
  );
}

/** Every word that none of the trade's is: for an answer of which it is not known whether it repeats a secret. */
export function unknownCuts(text: string): readonly Cut[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]{4,}/gu)]
    .filter(([word]) => !isCommon(word) && !isTrivial(word))
    .map(({ 0: word, index }) => ({ start: index, end: index + word.length, word: true as const }));
}

function tokenCuts(token: string, depth: number): readonly Cut[] {
  const isWord = /^[\p{L}\p{M}_-]+$/u.test(token) && token.length <= 20;
  const all: readonly Cut[] = [{ start: 0, end: token.length, ...(isWord && { word: true as const }) }];
  if (URL_START.test(token)) return urlCuts(token);
  if (/^~?\.{0,2}\/./.test(token)) return urlCuts(token);
  if (/^[\w.-]{1,200}\.[a-z]{2,20}(?::\d{1,5})?\/./i.test(token)) return shifted(urlCuts(`//${token}`), -2);
  const pair = token.startsWith('arn:') ? null : PAIR.exec(token);
  if (pair && depth < 3) {
    const [, name = '', sign = '', value = ''] = pair;
    const start = name.length + sign.length;
    if (sign !== ':' && value.includes('&'))
      return urlCuts(`?${token}`).map((cut) => ({ ...cut, start: cut.start - 1, end: cut.end - 1 }));
    const hidden = sign !== ':' && isSecretName(name) && !isTrivial(value) && !isCommon(value);
    const rest = hidden ? [{ start: 0, end: value.length }] : tokenCuts(value, depth + 1);
    return [...(isSpoken(name) ? [] : [{ start: 0, end: name.length }]), ...shifted(rest, start)];
  }
  if (/^--?[a-z][a-z-]{1,30}$/.test(token)) return [];
  // the number of an account is part of a name there
  if (isSpoken(token) || (token.startsWith('arn:') && isSpoken(token.replace(/:\d{12}(?=:)/, ':')))) return [];
  return all;
}

/** Whether what follows the name of a secret says something about it, and is not the secret itself. */
function speaks(value: string): boolean {
  if (isTrivial(value) || isCommon(value)) return true;
  const words = value.split(/\s+/);
  return words.length >= 3 && isCommon(words[0]!);
}
