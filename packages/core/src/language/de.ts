import type { Lexicon } from './lexicon.ts';

const lexicon: Lexicon = {
  id: 'de',
  name: 'German',
  words: {
    key: 'schluessel*, schlüssel*, api-schlüssel, api schlüssel, zugangsschlüssel',
    token: 'token*, zugangsdaten, anmeldedaten, berechtigungsnachweis, zugangstoken, link',
    password: 'passwort*, kennwort*, benutzername*, anmeldename',
    session: 'sitzung*, sitzungscookie, cookie*',
    signature: 'signatur*, unterschrift*, prüfsumme, siegel',
    certificate: 'zertifikat*, clientzertifikat, client-zertifikat',
    time: 'zeit*, uhr*, datum*, zeitstempel, stunde*, tag*, minute*, sekunde*',
    caller: 'benutzer*, nutzer*, anwender*, aufrufer*, person*, gast, besucher*',
    login: 'anmeld*, einlogg*, angemeldet, eingeloggt, melden sie sich, authentifizier*, authentisier*, login',
    role: 'rolle*, administrator*, verwalter*, gruppe*, vorbehalten, leitung, mitarbeiter*, redakteur*, admins',
    permission:
      'berechtig*, recht, rechte*, befugt*, befugnis*, zugriffsrecht*, erlaubnis*, autorisier*, freigabe*, unberechtigt*',
    scope: 'umfang, geltungsbereich*, einwilligung, zustimmung, leserecht*, nur lesend*, schreibrecht*, scope*',
    owner:
      'eigentümer*, besitzer*, gehört, gehören, gehoert, eigene*, fremde*, jemand anderem, anderen nutzer*, anderen kunden, mandant*, inhaber*',
    object:
      'objekt*, datensatz*, dokument*, eintrag*, auftrag*, bestellung*, rechnung*, projekt*, akte, artikel, album, beitrag*, termin*, vorgang*, datensätze',
    account: 'konto*, benutzerkonto, account*, kundenkonto, mitgliedschaft, profil*',
    policy:
      'richtlinie*, nutzungsbedingung*, vorschrift*, regelwerk, verstoß*, verstoss*, gesetz*, aufbewahrung*, vieraugenprinzip, agb, compliance, vorgabe*',
    'second-factor':
      'zwei-faktor*, zweiter faktor, zweiten faktor, einmalcode*, einmalpasswort, bestätigungscode, sicherheitscode, tan, authenticator, erneut anmelden, identität bestätigen, bestätigen sie ihre identität, sicherheitsschlüssel, code aus der app',
    feature: 'funktion*, modul*, feature*, schnittstelle, dienst*, leistungsmerkmal, beta, erweiterung*',
    plan: 'tarif*, abo, abonnement*, paket*, lizenz*, vertrag*, premium, upgrade, kostenlos*, kostenpflichtig*, edition, probezeit',
    money: 'guthaben, zahlung*, rechnung offen, bezahl*, saldo, gebühr*, kontostand',
    quota: 'kontingent*, monatslimit, pro monat, speicherplatz, tageslimit, volumen',
    rate: 'anfragen, versuche, zugriffe, zu viele, zu oft, zu schnell, häufig*, pro minute, pro sekunde, pro stunde, drossel*, langsamer, anmeldeversuche',
    'form-token': 'formular*, sicherheitstoken, formulartoken, csrf*, verstecktes feld',
    origin:
      'herkunft*, ursprung*, fremde seite, fremden seite*, anderen website, eingebettet, einbetten, einbind*, referer*, verweisende*, andere website',
    host: 'hostname*, domain*, domäne*, rechnername, servername, host*',
    content: 'inhalt*, eingabe*, anhang, dateityp, parameter*, nutzlast, zeichenfolge, datei hochladen',
    attack: 'angriff*, schadcode, verdächtig*, schädlich*, firewall, bösartig*, gefährlich*, sql*, einschleus*',
    method:
      'methode*, lesen, nur lesen, schreiben, ändern, löschen, gelesen, geschrieben, geändert, gelöscht, nur lesbar, schreibgeschützt',
    address:
      'adresse*, ip-adresse*, ip, netz, netzwerk*, netzbereich, firmennetz, intranet, vpn, whitelist, sperrliste, freigabeliste',
    place: 'land, ländern, region*, standort*, gebiet, ausland, deutschland, aus ihrem land',
    client: 'browser*, programm*, app-version, client*, gerät*, javascript, software, veraltet*',
    robot: 'roboter*, bot*, automatisiert*, captcha*, mensch*, automatisch*, maschine*, crawler',
    proxy:
      'proxy*, gateway*, kategorie*, internetfilter, jugendschutz*, webfilter, filter*, netzwerkadministrator, surfen, unternehmensrichtlinie',
    transport: 'https, tls, ssl, verschlüssel*, unverschlüsselt*, sichere verbindung, gesicherte*',
    file: 'datei*, dateirechte, dateisystem, lesbar, prozess',
    directory: 'verzeichnis*, ordner*, auflist*, inhaltsverzeichnis, verzeichnisinhalt*, index',
    configuration:
      'konfiguration*, regel*, serverregel*, einstellung*, pfad*, serverkonfiguration, bereich, intern*, gesperrter bereich',
    page: 'seite*, url, webseite*',
    header: 'kopfzeile*, header*, feld, felder',
    audience: 'empfänger*, aussteller*, ausgestellt für, anderen dienst, zielgruppe',
    environment: 'testumgebung*, testschlüssel, testbetrieb, produktiv*, umgebung*, live',
    format:
      'format*, zeichen, leerzeichen, anführungszeichen, kodier*, schreibweise, präfix, zeilenumbruch, länge, aufbau',
    access: 'zugriff*, zugang*, zutritt, öffnen, sehen, ansehen, betreten, einsehen',
    absent:
      'fehlt, fehlend*, fehlen, leer, ohne, keine, kein, keinen, keinem, keiner, nicht angegeben, nicht übergeben, nicht gesendet, -mitgeschickt, -mitgesendet, -übermittelt, -vorhanden, -angegeben, -übergeben, nicht dabei',
    unreadable:
      'unlesbar*, nicht lesbar, beschädigt*, nicht entzifferbar, nicht lesen, unvollständig*, falsch formatiert, abgeschnitten, doppelt, unverständlich*',
    wrong:
      'ungültig*, ungueltig*, falsch*, fehlerhaft*, inkorrekt*, -gültig, -korrekt, -richtig, stimmt nicht, gefälscht*, unzulässig*, -akzeptiert, -anerkannt, abgelehnt',
    past: 'abgelaufen*, abgelaufene*, läuft ab, zu alt, veraltet, beendet, zu spät, verfallen, erloschen, ausgeloggt, abgemeldet, zeitüberschreitung',
    'not-yet': 'noch nicht gültig, noch nicht, zu früh, liegt in der zukunft, zukunft, erst ab',
    revoked: 'widerrufen*, gelöscht*, entzogen, zurückgezogen*, ersetzt, ungültig gemacht, deaktiviert, gekündigt',
    lacking:
      'nicht ausreichend*, unzureichend*, reicht nicht, reichen nicht, genügt nicht, nicht genügend, nicht genug, -ausreichend, -genügend, -enthalten, umfasst nicht, deckt nicht, zu wenig, mangelnde*, -verfügen, -verfügt',
    others:
      'gehört ihnen nicht, nicht ihr*, nicht von ihnen, anderen, anderer, anderem, fremd*, jemand anderem, nicht für sie, -eigenen, nicht geteilt',
    suspended:
      'gesperrt*, eingefroren, stillgelegt, ausgesetzt, vorübergehend gesperrt, deaktiviert*, gebannt, verbannt, geschlossen, ruht, auf eis',
    required:
      'erforderlich*, notwendig*, benötigt*, nötig*, muss, müssen, bitte, braucht, brauchen, verlangt, verpflichtend, voraussetzung, erfordert, verlangen, nur mit',
    off: 'deaktiviert, abgeschaltet, ausgeschaltet, nicht aktiviert, -aktiviert, -verfügbar, nicht freigeschaltet, -freigeschaltet, -gebucht, nicht enthalten, abgestellt, nicht aktiv, nicht angeboten, eingestellt',
    'used-up':
      'überschritten, erschöpft, aufgebraucht, erreicht, verbraucht, ausgeschöpft, limit*, grenze, voll, leer geräumt, zu viele',
    blocked:
      'verweigert*, blockiert*, gesperrt, verboten*, untersagt*, abgelehnt*, unterbunden, abgewiesen, zurückgewiesen, geblockt, nicht gestattet, unerwünscht',
    mismatched:
      'stimmt nicht überein, stimmen nicht überein, passt nicht, passen nicht, weicht ab, -passt, -passen, unterscheid*, -überein, anders als, früheren, -gehören zusammen',
    unknown:
      'unbekannt*, nicht gefunden, nicht bekannt, -bekannt, existiert nicht, nicht registriert, kennen wir nicht, -kennen, gibt es nicht, nicht vorhanden, nicht hinterlegt, nicht erkannt, kein eintrag',
    hidden:
      'existiert nicht oder, nicht vorhanden oder, oder ist privat, oder sie haben keinen zugriff, oder nicht sichtbar, oder ist nicht für sie, verborgen, ob es, oder du hast keinen',
    allowed: 'erlaubt*, gestattet*, zulässig*, zugelassen*, dürfen, darf, kann, können, akzeptiert, freigegeben',
    listed: 'in der liste, auf der liste, gelistet, freigegebenen, aufgeführt',
    failed: 'fehlgeschlagen*, gescheitert, fehler*, nicht möglich, misslungen, konnte nicht',
    supported: 'unterstützt*, nimmt an, beherrscht',
    found: 'erkannt*, enthält, gefunden, entdeckt, aufgefallen, sieht aus, wirkt, scheint',
    stale:
      'neu laden, laden sie, zurück, erneut absenden, veraltete seite, bereits verwendet, älteren, früheren, andere registerkarte',
    limited: 'beschränkt*, eingeschränkt*, begrenzt, nur für, ausschließlich, vorbehalten',
    not: 'nicht, kein*, nie, niemand, ohne, weder, noch, nirgends, nichts',
    only: 'nur, ausschließlich, lediglich, einzig, allein, außer',
    must: 'muss, müssen, bitte, sollte',
    or: 'oder',
    again: 'erneut, nochmals, wieder, noch einmal, neue*, neu',
    wait: 'warten, später, in wenigen, sekunden, minuten, gedulden, bis',
    you: 'sie, ihr, ihre*, ihnen, du, dein*, ihrem',
    ask: 'wenden sie sich, kontaktieren, bitten sie, fragen sie, beantragen, anfordern',
    admin: 'administrator*, support, kundendienst, verwaltung',
    anonymous: 'anonym*, gast, gäste, nicht angemeldet, unbekannter benutzer, nicht eingeloggt',
    than: 'als, statt, sondern, anstelle',
    filler:
      'der, die, das, ist, wurde, und, für, mit, den, dem, ein, eine, im, zu, auf, von, diese, dieser, dieses, wird, sind, hat, es',
  },
};

export default lexicon;
