// Refusals in other languages. Words of refusal are few in each; put into English word by word, every cause's phrases read them.
// Letters are compared without their accents, since servers often drop them.

/** Words and their English, for scripts that part words by spaces. `~` stands for any ending. */
const SPELT: readonly (readonly [string, string])[] = [
  // German
  ['(?:zugriff|zugang)~ (?:wurde |ist )?(?:verweigert|abgelehnt|verboten|nicht gestattet)', 'access denied'],
  [
    '(?:keine?n?|fehlende|unzureichende|nicht genuge?nd) (?:\\S+ )?(?:berechtigung~|rechte?|zugriffsrechte?)',
    'insufficient permissions',
  ],
  ['nicht (?:berechtigt|befugt|autorisiert)', 'not authorized to access'],
  ['nicht (?:erlaubt|gestattet|zulassig|zugelassen)', 'not allowed'],
  [
    'nicht (?:angemeldet|eingeloggt)|bitte (?:\\S+ ){0,3}(?:anmelden|einloggen)|melden sie sich (?:\\S+ ){0,3}an',
    'not logged in',
  ],
  ['(?:anmeldung|authentifizierung|authentisierung) (?:ist )?(?:erforderlich|notwendig)', 'authentication required'],
  ['ungu?e?ltig~', 'invalid'],
  ['falsch~', 'wrong'],
  ['abgelaufen~', 'expired'],
  ['konto (?:wurde|ist|war) (?:\\S+ ){0,2}gesperrt', 'account is blocked'],
  ['gesperrt~', 'blocked'],
  ['deaktiviert~', 'disabled'],
  ['fehlt|fehlend~', 'missing'],
  ['benutzername', 'username'],
  ['passwort~|kennwort~', 'password'],
  ['zugangsdaten|anmeldedaten', 'credentials'],
  ['schlu?e?ssel', 'key'],
  ['sitzung', 'session'],
  ['signatur', 'signature'],
  ['(?:benutzer)?konto', 'account'],
  ['ip-?adresse', 'ip address'],
  ['zu viele (?:anfragen|versuche|anmeldeversuche)', 'too many requests'],
  // Spanish and Portuguese
  ['(?:acceso|acesso) (?:denegado|negado|prohibido|proibido|no permitido|nao permitido|restringido)', 'access denied'],
  [
    '(?:no|nao) (?:tienes?|tem|possui|posee|cuenta con|dispone de) (?:\\S+ )?(?:permisos?|permiss(?:ao|oes)|privilegios?|autorizacion|autorizacao)',
    'you do not have permission',
  ],
  ['(?:permisos|permissoes|privilegios) insuficientes|sin permisos?|sem permiss(?:ao|oes)', 'insufficient permissions'],
  ['(?:no|nao) (?:esta |estas )?autorizad[oa]s?', 'not authorized'],
  [
    '(?:se )?(?:requiere|necesita|requer|necessita) (?:autenticacion|autenticacao|iniciar sesion|login)|autenticac(?:ion|ao) (?:requerida|necesaria|necessaria)|inici[ea] sesion|faca (?:o )?login',
    'authentication required',
  ],
  ['credenciale?s|credenciais', 'credentials'],
  ['contrasena|senha', 'password'],
  ['firma|assinatura', 'signature'],
  ['sesion|sessao', 'session'],
  ['cuenta|conta', 'account'],
  ['invalid[oa]s?|no valid[oa]s?', 'invalid'],
  ['incorrect[oa]s?|incorret[oa]s?', 'incorrect'],
  ['(?:ha )?(?:expirad[oa]s?|caducad[oa]s?)|expirou|vencid[oa]', 'expired'],
  ['bloquead[oa]s?', 'blocked'],
  ['suspendid[oa]s?|suspens[oa]', 'suspended'],
  ['deshabilitad[oa]s?|desactivad[oa]s?|desativad[oa]s?', 'disabled'],
  [
    '(?:demasiad[oa]s|muitas) (?:solicitudes|peticiones|intentos|solicitacoes|requisicoes|tentativas)',
    'too many requests',
  ],
  ['(?:direccion|endereco) ip', 'ip address'],
  ['saldo insuficiente', 'insufficient balance'],
  // French
  ['acces (?:\\S+ )?(?:refuse|interdit|non autorise)e?', 'access denied'],
  [
    "(?:vous n'avez|n'a|ne dispos\\S+) pas (?:\\S+ ){0,4}(?:droits?|permissions?|autorisations?|privileges?)",
    'you do not have permission',
  ],
  ['(?:droits?|permissions?|privileges?) insuffisante?s?', 'insufficient permissions'],
  ['(?:non|pas) autorisee?s?', 'not authorized'],
  [
    '(?:veuillez|vous devez) (?:vous )?(?:connecter|identifier|authentifier)|authentification (?:est )?(?:requise|necessaire)',
    'authentication required',
  ],
  ['jeton', 'token'],
  ['mot de passe', 'password'],
  ['identifiants?', 'credentials'],
  ['cle', 'key'],
  ['compte', 'account'],
  ['invalides?', 'invalid'],
  ['incorrecte?s?', 'incorrect'],
  ['expiree?s?', 'expired'],
  ['manquante?s?', 'missing'],
  ['bloquee?s?', 'blocked'],
  ['desactivee?s?', 'disabled'],
  ['trop de (?:requetes|tentatives|demandes)', 'too many requests'],
  ['adresse ip', 'ip address'],
  // Italian
  ['accesso (?:negato|vietato|non (?:consentito|autorizzato))', 'access denied'],
  [
    'non (?:hai|ha|dispon\\S+ d\\S+) (?:\\S+ ){0,3}(?:permess[oi]|autorizzazion[ei]|privilegi|diritti)',
    'you do not have permission',
  ],
  ['permessi insufficienti', 'insufficient permissions'],
  ['non autorizzat[oaei]', 'not authorized'],
  [
    'autenticazione (?:richiesta|necessaria)|effettua(?:re)? (?:il |l)?\\S?(?:login|accesso)',
    'authentication required',
  ],
  ['credenziali', 'credentials'],
  ['scadut[oaei]', 'expired'],
  ['non valid[oaei]', 'invalid'],
  ['troppe richieste', 'too many requests'],
  // Dutch, Polish, Turkish
  [
    'toegang (?:\\S+ )?(?:geweigerd|verboden)|(?:odmowa|brak) dostepu|dostep zabroniony|erisim (?:engellendi|reddedildi|yasa\\S+)',
    'access denied',
  ],
  [
    'geen (?:\\S+ )?(?:toestemming|rechten|toegang)|brak uprawnien|yetkiniz (?:yok|bulunm\\S+)|yetkisiz',
    'insufficient permissions',
  ],
  ['niet (?:toegestaan|geautoriseerd|bevoegd)', 'not authorized'],
  ['niet ingelogd|zaloguj sie', 'not logged in'],
  ['ongeldige?|nieprawid\\S+|gecersiz', 'invalid'],
  ['verlopen|wygas\\S+|suresi dol\\S+', 'expired'],
  // Russian and Ukrainian
  [
    'доступ~ (?:\\S+ )?(?:запрещ\\S+|заборон\\S+|закрыт|ограничен|отказан)|(?:отказано в доступе|в доступе отказано)',
    'access denied',
  ],
  [
    '(?:нет|недостаточно|немає|недостатньо) (?:\\S+ )?(?:прав~|доступа|разрешени\\S|полномочии)',
    'insufficient permissions',
  ],
  ['не авторизован~', 'not authorized'],
  ['(?:необходим~|требуется) (?:авториз|аутентиф|вход)~|воидите', 'authentication required'],
  ['неверн~|невірн~|неправильн~|некорректн~|недеиствител~', 'invalid'],
  ['истек~|просрочен~', 'expired'],
  ['токен~', 'token'],
  ['ключ~', 'key'],
  ['парол~', 'password'],
  ['подпис~', 'signature'],
  ['сесси~', 'session'],
  ['заблокирован~', 'blocked'],
  ['аккаунт~|учетн~ запис~', 'account'],
  ['отсутствует', 'missing'],
  ['ip-?адрес~', 'ip address'],
  ['слишком много (?:запросов|попыток)', 'too many requests'],
];

/** The same for Chinese, Japanese and Korean, which set no spaces between words. */
const WRITTEN: readonly (readonly [string, string])[] = [
  // Chinese, simplified and traditional
  ['[权權]限不足|[没沒无無]有?[^\\s,，。]{0,6}[权權]限|[无無][权權](?:[访訪][问問]|操作)?', 'insufficient permissions'],
  ['拒[绝絕][访訪][问問]|[访訪][问問]被?(?:拒[绝絕]|禁止)|禁止[访訪][问問]', 'access denied'],
  ['未被?[\\w]{0,12}授[权權]', 'not authorized'],
  ['登[录錄](?:[状狀][态態])?已?(?:[过過]期|失效|超[时時])|[请請]重新登[录錄]', 'session expired, log in again'],
  ['未登[录錄]|[请請]先?登[录錄]|需要登[录錄]', 'not logged in'],
  ['[认認鉴鑑](?:[证證]|[权權])失[败敗]', 'authentication failed'],
  ['[验驗][签簽]失[败敗]', 'signature verification failed'],
  ['[过過]期|失效|超[时時]', 'expired'],
  ['[签簽]名', 'signature'],
  ['令牌', 'token'],
  ['密[钥鑰]', 'key'],
  ['密[码碼]', 'password'],
  ['[账帳][号號户戶]', 'account'],
  ['用[户戶]', 'user'],
  ['不正[确確]|[错錯][误誤]', 'incorrect'],
  ['[无無]效|非法', 'invalid'],
  ['失[败敗]', 'failed'],
  ['不匹配|不一致', 'mismatch'],
  ['或者?', 'or'],
  ['已[经經]?被?', ''],
  ['(?:不在)?白名[单單](?:限制|之?外|中不存在)?', 'not in whitelist'],
  ['黑名[单單]', 'blacklisted'],
  ['封禁|被封', 'banned'],
  ['[冻凍][结結]', 'frozen'],
  ['禁用|停用', 'disabled'],
  [
    '[请請]求[^\\s,，。]{0,4}(?:[频頻]繁|[过過]快|[过過]多)|[频頻]率[^\\s,，。]{0,4}(?:限制|超|[过過]高)|限流',
    'too many requests',
  ],
  ['[余餘额額][额額度]不足|欠[费費]', 'insufficient balance'],
  ['未[购購][买買]', 'payment required'],
  ['未[开開]通', 'service is not enabled'],
  ['缺少|未提供|不能[为為]空', 'missing'],
  ['[请請]求[头頭]', 'header'],
  ['不允[许許]', 'not allowed'],
  ['[验驗][证證][码碼]', 'captcha'],
  // Japanese
  ['権限が(?:ありません|ない|無い|不足)', 'insufficient permissions'],
  ['アクセス(?:が|は|を)?(?:拒否|禁止|制限)|アクセス権が', 'access denied'],
  ['認証(?:に|が)?失敗|認証エラー', 'authentication failed'],
  ['ログイン(?:して|が必要)|認証が必要', 'authentication required'],
  ['期限[^\\s]{0,4}切れ|失効', 'expired'],
  ['セッション', 'session'],
  ['機能が無効', 'feature is disabled'],
  ['無効', 'invalid'],
  ['トークン', 'token'],
  ['パスワード', 'password'],
  ['署名', 'signature'],
  ['許可されてい(?:ません|ない)', 'not allowed'],
  // Korean
  ['권한이? ?(?:없|부족)\\S*', 'insufficient permissions'],
  ['접근[이을]? ?(?:거부|금지|제한)\\S*', 'access denied'],
  ['로그인이? ?(?:필요|해)\\S*', 'authentication required'],
  ['인증에? ?실패\\S*', 'authentication failed'],
  ['만료\\S*', 'expired'],
  ['유효하지 않\\S*|잘못된', 'invalid'],
  ['토큰[이은을]?', 'token'],
];

// made when a text asks for it: most never do
const spelt = once(() =>
  one(SPELT, (words) => `(?<![\\p{L}\\d])(?:${words.replaceAll('~', '\\p{L}{0,8}')})(?![\\p{L}\\d])`),
);
const written = once(() => one(WRITTEN, (words) => words));

/** Any sign that a text is not English alone: a letter beyond ASCII, or a word that English does not have. */
const FOREIGN =
  /[^\x00-\u02ff\u2000-\u2fff\uff00-\uffef]|[\u00c0-\u02ff]|\b(?:nicht|ist|wurde|sitzung|abgelaufen|gesperrt|anmelden|keine?n?|zugriff|bitte|ungueltig|accesos?|acesso|accesso|permisos|usuario|cuenta|sesion|contrasena|senha|credenciales|invalid[oa]s?|expirad[oa]|autorizad[oa]s?|veuillez|vous|votre|parametre|manquant|jeton|refuse|autorise|autorizzat[oa]|toegang|geen|brak|odmowa|erisim)\b/i;
const CJK = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

/**
 * A text with its words of refusal in English, the rest as it stands; undefined where it has none in another language. Made to be
 * compared, not to be shown.
 */
export function inEnglish(text: string): string | undefined {
  if (text.length > 2000 || !FOREIGN.test(text)) return undefined;
  const plain = text
    .replace(/([a-z0-9])([A-Z])|_/g, '$1 $2')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[\u2018\u2019]/g, "'");
  const read = translated(CJK.test(plain) ? translated(plain, written()) : plain, spelt());
  return read === plain ? undefined : read.replace(/\s+/g, ' ').trim();
}

interface Glossary {
  readonly pattern: RegExp;
  readonly english: readonly string[];
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

function one(entries: readonly (readonly [string, string])[], whole: (words: string) => string): Glossary {
  return {
    pattern: new RegExp(entries.map(([words]) => `(${whole(words)})`).join('|'), 'gu'),
    english: entries.map(([, english]) => english),
  };
}

function translated(text: string, { pattern, english }: Glossary): string {
  return text.replace(pattern, (...found) => {
    const which = found.slice(1, english.length + 1).findIndex((group) => group !== undefined);
    return ` ${english[which] ?? ''} `;
  });
}
