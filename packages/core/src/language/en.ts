import type { Lexicon } from './lexicon.ts';

const lexicon: Lexicon = {
  id: 'en',
  name: 'English',
  words: {
    // things
    key: 'badkey, invalidkey, api key*, apikey*, access key*, key, keys, app key, appkey, subscription key, secret key, client key, server key, app id, appid, client id, client secret, app secret, secret, secrets, license key, publishable key, consumer key, integration key, pat, passkey, device id',
    token:
      'badtoken, invalidtoken, token*, jwt, jwts, bearer, access token*, refresh token*, id token*, auth token*, authtoken, accesstoken, credential*, creds, authorization header*, auth header*, authorization, assertion, ticket, badge, voucher, grant, nonce, link, links, url signature, signed url*, presigned, sas, invite, invitation, macaroon',
    password:
      'password*, passwd, pwd, passphrase, passcode, username*, user name, login name, user id and password, pin, name and word, user or password',
    session: 'badsession, sessionexpired, session*, cookie*, sid, sessionid, sign in session, login session',
    signature:
      'badsignature, signature*, signed, signing, sign, hmac, digest, hash, checksum, mac, seal, string to sign, canonical*',
    certificate:
      'certificate*, cert, certs, client cert*, mtls, peer cert*, x509, handshake, thumbprint, cnf, card to the reader, e id, eid, bound to a certificate',
    time: 'time, timestamp*, clock*, date, dates, skew*, drift, nbf, exp, iat, time stamp, lifetime, ttl, validity, hour, hours, day, days, minute*, second, seconds, today, yesterday, tomorrow, midnight',
    caller:
      'user*, caller*, principal*, identity, identities, subject, requester, visitor*, guest*, member*, anonymous, nobody, somebody, anyone, everybody, who, whom, service account*, subscriber*, customer*, person, people, stranger*',
    login:
      'needlogin, notloggedin, loginrequired, badauth, autherror, loginfailed, authfailed, log in*, login*, logged in, log into, logging in, sign in*, signin*, signed in, signing in, authenticat*, auth, authn, unauthenticated, identify yourself, logon, log on, log yourself in, introduce yourself, who are you, sso, single sign on, saml',
    role: 'role*, admin*, administrator*, superuser*, root user, moderator*, manager*, editor*, staff, operator*, supervisor*, maintainer*, reviewer*, group*, team*, rbac, rank, position, job, reserved for, viewer*, reader*, owner role, privileged user*, clearance, duty, seat, lead, leader*, leads, clerk*, approver*, helper*, writer*, board, desk, shift lead, business of, made you, cashier*, agent*',
    permission:
      "nopermission, permissiondenied, permissionerror, notauthorized, notauthorised, permission*, permissions, permit, privilege*, right, rights, entitle*, authoriz*, authoris*, unauthoriz*, unauthoris*, grants, granted, acl, access rights, access level, access right, iam, capabilit*, power, powers, authority, allowed to, may not, can not, cannot, can't, not allowed, not permitted, allowance to, perm, perms, forbidden to",
    scope:
      'scope*, consent*, consented, oauth scope*, delegated, granted to the app, abilities, ability, claim, claims, delegation, read only token, write access, read access, permission set of the token',
    owner:
      "participant*, collaborator*, in the room, in room, in this room, in the channel, in channel, in this channel, in the group, in that group, in conversation, joined, member of the, member of this, member of that, shared with, owner*, own, owned, owns, belong*, yours, your own, not yours, someone else's, another user*, other user*, other people*, somebody else*, someone else*, creator, author, another account, other account, different user, another customer, other customer, another tenant, other tenant*, tenant*, another person, another member, another organization, theirs, his, hers, other than your own, foreign",
    object:
      'object*, record*, document*, resource*, order, orders, invoice*, project*, repositor*, repo, bucket, blob, item, items, entry, entries, entity, message, messages, photo*, album*, profile*, ticket number, channel*, dashboard*, report*, booking*, note, notes, thing, post, posts, board, list, folder item, dataset*, case, archive, ledger, calendar*, event',
    account:
      'account*, membership, registration, user account*, tenant account, organisation account, workspace, organization*, organisation*, merchant, profile status, card',
    policy:
      'agreement*, accept the, sign the, policy, policies, polic*, terms, compliance, legal, regulation*, conditions of use, terms of service, tos, rule of the organization, organization polic*, organisation polic*, guideline*, violat*, conditional access, governance, data loss, dlp, sanction*, embargo, explicit deny, deny statement, guardrail*, retention, court, law, laws, audit, freeze, legal hold, moratorium, four eyes, segregation, conflict of interest, minor, age, rules, our rules, against our rules, court order, parental, trust team, withdrawn, agree to, data office, withdrawn licence, recalled, hold these',
    'second-factor':
      "tfa, 2sv, two factor auth*, multi factor auth*, second factor auth*, 2 factor, 2 factor auth*, two step auth*, 2 step auth*, 2fa code, mfa code, otp code, two step, 2 step, two step verification, one time pass, stronger login, second factor, two factor, 2fa, mfa, otp, totp, one time, one time code, verification code, authenticator*, multi factor, multifactor, step up, stepup, reauth*, re authenticat*, re enter, reenter, reconfirm, confirm your identity, verify your identity, verify it is you, verify it's you, prove it is you, prove it's you, fresh login, recent login, recently authenticated, recent authentication, security key, security code, sca, stronger, strong authentication, acr, amr, sudo mode, six digit, sms code, biometric*, webauthn, fido*, unlock, password again, confirm your password, confirm access, authentication level, level of assurance, assurance, loa, fingerprint of yours, face id, qualified signature, qualified certificate, code from your phone, once more your password, password once more, transfers",
    feature:
      'grant type*, flow, flows, protocol*, command interface, marketplace, activated for, sign ups, feature*, api, apis, module*, add on*, addon*, extension*, beta, preview, flag*, toggle*, rollout, early access, service, product, functionality, capability not, option, integration*, endpoint group, pilot, experiment, waitlist, waiting list, launch*, available in, sandbox only, roll out, switched on, function, booked, sign ups, signups, engine, gift cards, exports, forecast, introspection, discount codes',
    plan: 'plan, plans, subscription*, tier, tiers, upgrade*, license*, licence*, licens*, edition, premium, pro, enterprise, paid, package, free, trial*, basic plan, freemium, contract*, bundle*, entitlement, pricing, paywall, paying, not included, standard plan, sku, starter, grow, basic, seats, seat, lic, module for',
    money:
      'balance, credit, credits, payment*, billing, pay, funds, money, overdue, invoice unpaid, unpaid, prepaid, top up, wallet, arrears, spend*, budget*, card declined, purchase*, bought, buy, prepaid credit, gone credit, credit gone, billing is off',
    quota:
      'quota*, allotment, monthly, per month, usage, usage limit*, limit for this month, daily limit, cap, allowance, monthly limit, yearly, per day, units, ration',
    rate: 'rate, rates, requests, calls, attempts, throttl*, too many, too fast, too often, too quickly, too much, slow down, per second, per minute, per hour, burst*, flood*, rate limit*, ratelimit*, concurrent, concurrency, frequency, cool down, cooldown, abuse, brute force, tries, retries, req, rps, qps, hits, excessive, busy, pace, speed, lockout, hammer*, leaky, bucket empty, so many, times, tries an hour, every thirty seconds, guesses, guess, breaker, fuse, streams, paused, points left, wrong passwords, window ends, slice',
    'form-token':
      'cookie nonce, rest nonce, rest cookie, edit token, invalid nonce, nonce check*, form guard, forged request*, csrf*, xsrf*, forgery, anti forgery, antiforgery, request verification, authenticity token, form token*, form key, crumb*, nonce field, hidden field, synchronizer token*, security token of the form, double submit, csrf token*, xsrf token*, form has expired, page expired, form, forms, form build id, anti csrf, protective stamp, hidden value, hidden input, guard cookie, secret companion, check value, hidden number, hidden check, state parameter, state cookie, state of the login, form opened, submitted twice',
    origin:
      'registered origin*, listed pages, platforms of, authorised for sign in, authorized domain*, origin, origins, cors, referer*, referrer*, cross site, cross origin, crossorigin, another site, other site*, hotlink*, embed*, sec fetch*, sec fetch site, third party site*, same origin, same site, foreign page, another website, other website*, iframe, allowed origins, page that sent you, websocket origin, preflight, the site you come from, linked from, came from, leech*, direct links, borrow, linked pictures, page that sent this, widget, hot linking, hot link',
    host: 'url host, client host, host, hosts, hostname*, host name*, domain, domains, vhost, virtual host, server name, sni, host header*, authority, allowed hosts, by ip, direct ip, served here, this name, site name, misdirected, dns name, subdomain, forwarded host, not configured for, external url, trusted names, wrong bell, site of this name, called, rang',
    content:
      'payload*, body, content, contents, upload*, parameter*, query string, input, media type, content type, file type, extension, attachment*, value, values, characters, argument*, text you, string, markup, html, script, posted, pattern, size, word, words, comment, exe, pictures only, event dropped, dropped by a filter, inbound filter, discarded',
    attack:
      'sql*, injection*, xss, malicious, attack*, waf, exploit*, suspicious, traversal, mod security, modsecurity, firewall*, security rule*, threat*, virus, malware, harmful, signature match*, anomaly*, intrusion, dangerous, unsafe, blocked by rule, security filter, hack*, illegal characters, security solution, command that, malformed data, spam, looks like, jndi, log4j, scanner*, looks like one of a scanner, insult, hate speech, classifier, smells',
    method:
      'method*, verb*, get, post, put, patch, delete, head, options, propfind, trace, http method*, read only, readonly, writes, write, reads, deleting, writing, reading, write operations, request method, immutable, append only, modif*, change, changes, delete*, lock, grows only, append, takes no',
    address:
      'ip match, tied to an address, network address, another ip, different ip, other ip, address list, anonymiser, anonymizer, hosting compan*, home line, wan, ip, ips, ip address*, address, addresses, client ip, source ip, remote address, cidr, subnet, whitelist*, white list*, allowlist*, allow list*, blacklist*, black list*, denylist*, deny list*, blocklist*, block list*, network, networks, vpn, internal network, intranet, lan, x forwarded for, your ip, private endpoint, private network, office, on site, loopback, localhost, internal, public internet, vpc, tor, subnets, inside the house, cable, wifi, datacent*, hosting provider, range, ranges, remote host, wire, line, building, within the building, machine, workstation, own screen, desktop, desk top, provider, tied to, office line, from this machine',
    place:
      'where you are, user location, client location, unsupported country, residents of, ontario, territor*, country, countries, region, regions, location*, geo*, territory, territories, jurisdiction, where you are, part of the world, abroad, area, outside of, your country, continent, land, eu, us, residents, borders',
    client:
      'browser signature, client version*, sdk, crawlers, human check, browser*, user agent*, useragent, client, clients, app version, client version, javascript, java script, script enabled, headers of a browser, ua, fingerprint, outdated, software, curl, library, libraries, program, device, devices, tls fingerprint, ja3, app, application, old version, update the app, accept language, cookies enabled, build, tools, tool, player, players, headless browser*, kiddies, certified',
    robot:
      "bot, bots, robot*, crawler*, scraper*, scraping, automated, automation, captcha*, human, humans, challenge, checking your browser, verify you are human, verify you're human, are you a robot, puzzle, unusual traffic, unusual activity, machine, machines, hcaptcha, turnstile, recaptcha, headless, spider*, scripted, prove you are, non human, not a person, hand, webdriver",
    proxy:
      'web page blocked, page blocked, blocked page, web filter*, url categor*, uncategori*, newly registered, file sharing, internet rules, web gateway, egress list, proxy, proxies, gateway, gateways, category, categories, web filter, filtered, filtering, content filter, squid, mesh, sidecar, envoy, egress, corporate, web gateway, blocked by your, acceptable use, internet policy, internet access, captive portal, surf*, url filter, site is blocked, parental, network administrator, upstream connect, tunnel, connect to, outbound, school, web security, browsing polic*, website category, forward proxy, cache manager, peer, istio, destination, route to, no route, pod, filter category, games, site policy, connect to port',
    transport:
      'over https, require https, requires https, https only, port for tls, tls 1, https, tls, ssl, secure connection, encrypted, plain http, http only, secure channel, insecure, cleartext, clear text, unencrypted, client certificate*, encryption, secure address, secure transport, plaintext, port 443, padlock, lock, confidential, connection has none',
    file: 'file*, permission denied 13, eacces, errno 13, eperm, stat, open, opened, read by the server, readable, file mode, file permissions, chmod, selinux, apparmor, disk, symlink*, symbolic link*, inode, worker, unix, www data, filesystem, file system, script file, cgi, htaccess unreadable, search permissions, mode 0, 0600, 0700, umask, uid, setuid, mount*, process, owner of the file, world, nfs, export, avc, httpd, x bit, mode 0600, chown, open failed, traverse, root squash, execute scripts',
    directory:
      'directory, directories, listing*, index, folder*, autoindex, browse, browsing, directory index, index file, index html, contents of this folder, list the contents, list files, dir, default document, start page, welcome file, overview, table of contents, front page, lists are off, listings',
    configuration:
      'configuration, config*, server configuration, rule, rules, deny all, denied by rule, htaccess, location block, conf, access rule*, nginx, apache, administrative rule*, server admin*, webmaster, webserver, web server, vhost config*, settings, path, paths, route, routes, hidden file*, dot file*, dotfile*, backup files, internal path, internal only, this url, this path, section, require all denied, yml, yaml, directive, prefix, sealed, closed, part of the site, tree, never served, serve, served, rewrite*, dot files, dotfiles, location, set up, setup, installer, installation, install, status page, xmlrpc, htdocs, nginx.conf, web.config, vhost config, virtual host config',
    page: 'page, pages, url, urls, address bar, site, website',
    header: 'header, headers, field, fields, query parameter*, in the url, in the query',
    audience:
      'audience*, aud, issuer*, iss, issued for, issued by, made for, another service, other service*, intended for, meant for, another project, another application, another app, other app*, wrong project, realm',
    environment:
      'environment*, sandbox, live, production, test mode, live mode, staging, test key*, live key*, playground, testing, development, stage, prod, test, real',
    format:
      'format*, malformed, base64, encoding*, encoded, decode*, parse*, syntax, segments, dots, dot, scheme*, prefix bearer, colon, whitespace, newline, line break, quotes, quotation, blank*, space, spaces, length, letters, characters long, hex*, padding, truncated, cut off, json, twice, doubled, part, parts, byte, bytes, placeholder, template, variable, trailing, leading, capital*, digits, too short, too long, variable s name, name in place, hex digits, no colon, not a token, pasted',
    access:
      'accessdenied, noaccess, access, accessible, denied access, entry, entrance, enter, door, open to, see, view, reach, reachable, visible, look',
    // states
    absent:
      'nopermission, notloggedin, noaccess, notauthorized, notauthorised, missing, absent, empty, without, lacks, lack, lacking, omitted, not sent, no, none, null, undefined, forgot*, forget, left out, blank field, -provided, -supplied, -sent, -present, -included, -given, -attached, -passed, -specified, -carries, -contains, -contain, -carried, -came, -come, came without, -provide, -supply, -include, -send, -specify, -pass, -attach, not found in, nil, zero, never sent, without a name, -received, -arrived, -accompanied, -came with',
    unreadable:
      "unreadable, malformed, unparsable, unparseable, garbled, corrupt*, broken, badly formed, bad format, not well formed, wrong format, could not be read, cannot be read, could not read, cannot read, can't read, could not parse, cannot parse, could not decode, cannot decode, can not be decoded, illegal base64, unexpected, ill formed, mangled, damaged, incomplete, truncated, cut off, doubled, twice, -readable, strip, trim, remove the, drop the, move it, wrong header, wrong place, expects, expected, make no sense, is not a, not of the form",
    wrong:
      'badauth, badtoken, badsession, invalidtoken, invalidkey, badkey, badsignature, invalid*, incorrect*, wrong*, bad, illegal, not valid, fake, forged, tampered, -valid, -correct, -right, -accepted, -genuine, rejected, not accept*, no good, unacceptable, faulty, false, counterfeit, does not verify, did not verify, not verified, unverified, -verified, -verify, -verifies, typo, error in, -trusted, untrusted',
    past: 'sessionexpired, tokenexpired, expired, expire*, expiry, expiration, timed out, time out, timeout, time is up, lapsed, elapsed, outdated, too old, no longer valid, has ended, ended, out of date, ran out, run out, past, over, old, too late, obsolete, grown cold, too long ago, idle, inactivity, inactive for, logged out, signed out, was valid until, valid until, aged, gone to sleep, stale, ran out with, good until, dead since, away for long, ended at',
    'not-yet':
      'not yet valid, not yet, in the future, too early, before its, nbf, not active yet, not started, starts on, opens on, from the future, ahead of, premature, begins',
    revoked:
      'revoked, revok*, rotated, deleted, removed, withdrawn, invalidated, cancelled, canceled, destroyed, replaced, deactivated, retired, superseded, no longer exists, taken back, been reset, reported lost, leaked, compromised, terminated, rolled, let go, on our books',
    lacking:
      "insufficient*, not enough, lacks, lack, inadequate, too low, not sufficient, -sufficient, -enough, below, not high enough, under, beneath, has no, have no, had no, doesn't have, do not have, don't have, does not have, does not hold, needs more, beyond, exceeds your, limited to, narrower, missing the, -covers, -cover, -includes, -included in, not cover*, not part of, -granted, not granted, -entitled, only has, holds only, carries only, only carries",
    others:
      "someone else*, somebody else*, belongs to another, belong to another, belongs to, another, other, not yours, not your, not owned, different owner, other people's, not the owner, not an owner, not the author, not the creator, not its owner, not its author, not own, -own, -yours, not a member of this, not a participant, not shared with you, -shared, shared, private to, not invited, not one of, nothing to do with, of its owner",
    suspended:
      'suspended, suspend*, banned, ban, locked, lock, frozen, freez*, disabled account, deactivated, terminated, blocked account, on hold, restricted account, closed, paused, blacklisted account, under review, inactive, stopped, shut, barred, expelled, quarantine*, pending, not approved, awaiting, unconfirmed, not verified',
    required:
      'needlogin, loginrequired, required, require*, requires, needed, need, needs, must, necessary, mandatory, expected, please, have to, has to, should, demand*, want, wants, asks for, ask for, calls for, takes, compulsory, obligatory, wanted, prerequisite, supposed to',
    off: 'disabled, not enabled, -enabled, turned off, switched off, unavailable, -available, not available, inactive, off, not activated, -activated, -active, not active, not open, unsupported, not supported, not included, -included, not offered, retired, discontinued, deprecated, -booked, not switched on, not turned on, not rolled out, enable, activate, turn on, switch on, not configured, -installed, coming soon, dark',
    'used-up':
      'exceeded, exceed*, exhausted, used up, reached, over limit, over the limit, over quota, depleted, spent, consumed, no more, run out of, ran out of, too many, too much, limit, limits, limited to, all used, hit, maximum, max, out of, none left, nothing left, remaining 0, full, overrun, drained, surpass*',
    blocked:
      'permissiondenied, accessdenied, notallowed, blocked, block, blocks, denied, deny, denies, refused, refuse*, refusing, forbidden, forbids, forbid, prohibited, banned, not allowed, disallowed, not permitted, rejected, reject*, stopped, stop, turned away, prevented, restrict*, barred, off limits, filtered, dropped, unwelcome, not welcome, intercept*, closed, kept out, veto*, withheld, declined, decline*, no entry',
    mismatched:
      "mismatch*, does not match, do not match, did not match, doesn't match, not match, -match, -matches, -matched, differs, differ, different, not the same, -equal, -equals, not equal, disagree*, disagrees, does not belong, does not fit, doesn't fit, -fit, -fits, inconsistent, not the one, does not correspond, other than, unlike, instead of, but got, not made for, swapped, comes from another, earlier",
    unknown:
      "unknown, not recognized, not recognised, unrecognized, unrecognised, -recognized, -recognised, -known, unregistered, not registered, -registered, not know*, don't know, does not know, never heard, no such, not found, could not find, cannot find, can't find, does not exist, doesn't exist, not exist*, -exist, -exists, nonexistent, unfamiliar, not in our, not on file, nobody, not on the list, not listed, not issued, never issued, cannot identify, not identif*, strange, unmapped, no record",
    hidden:
      "hidden, may not exist, might not exist, either does not exist, does not exist or, not found or, or you do not have access, or you don't have access, or is private, or private, may be private, conceal*, will not say, won't say, not say, neither confirm, confirm nor deny, secret whether, not tell, or not visible, absent or, if it exists, whether it exists, does it exist, there or not, if there is one, cannot see it, exist or, unlisted, will not say if, won t say, private or gone, no such job or, or gone, gone or",
    allowed:
      'allowed, permitted, allow, allows, permit, permits, may, can, accepted, accepts, accept, welcome, open to, eligible, authorized, authorised, approved, lets, let, admitted, admit, able',
    listed:
      'whitelisted, allowlisted, blacklisted, denylisted, in the list, on the list, listed, whitelist*, allowlist*, blacklist*, among the, one of the, registered for, among, enrolled, enrol*',
    failed:
      'autherror, loginfailed, authfailed, failed, fail, fails, failure, error, could not, unable to, problem, unsuccessful, went wrong, trouble, did not succeed, crash*, exception',
    supported: '-unsupported, supported, support, supports, handled, implemented, -unimplemented, answers only, speaks',
    found:
      'found, detected, contains, contained, matched a, triggered, trips, tripped, identified as, looks, looked, seems, appears, recognized as, flagged, classified, caught, noticed, spotted, saw, resembles, suspect*',
    stale:
      'stale, reload, refresh, refreshed, go back, out of date, previous, earlier, reused, used already, already used, used before, other tab, older, reopened, back button, start over, submit again, resubmit',
    limited:
      'limited, restricted, reserved, exclusive, exclusively, solely, meant, just for, confined, private, internal use',
    // marks
    not: "not, no, n't, don't, doesn't, didn't, isn't, aren't, wasn't, weren't, can't, cannot, couldn't, won't, never, neither, nor, none, nothing, non, without, unable, hasn't, haven't, nobody, wouldn't, mustn't, shouldn't, dont, doesnt, cant, isnt, nowhere, neither, no longer, hardly",
    only: 'only, just, solely, exclusively, nothing but, no one but, nobody but, reserved, alone, except, unless',
    must: 'must, have to, has to, need to, needs to, should, please, required to, ought',
    or: 'or, either',
    again: 'again, retry, once more, anew, one more time, fresh, new one, renew*, another one, refresh',
    wait: 'wait, later, in a few, in a moment, try again in, try again later, after, until, soon, next, back off, moment, patience, hold on',
    you: 'you, your, yours, yourself, i, my, me',
    ask: 'contact, ask, request access, get in touch, reach out, apply, talk to, write to, email, call us, support team, sales, speak to, order it, request it',
    admin:
      'administrator*, admin, admins, support, help desk, helpdesk, operator, webmaster, it department, your manager',
    anonymous:
      'anonymous*, anonymously, guest*, unauthenticated, nobody, not logged in, not signed in, not authenticated, anon, logged out, stranger, unidentified, unregistered callers, public user, -authenticated, -logged in, -signed in, system anonymous, 00000000 0000 0000 0000 000000000000',
    than: 'than, instead, but, however',
    filler:
      "the, an, is, are, was, were, be, been, being, to, for, of, in, on, with, this, that, these, those, has, have, had, it, its, by, and, at, from, as, request, data, does, do, did, which, when, if, so, here, there, we, our, us, he, they, will, would, could, about, any, all, more, up, into, it's, we've, code, name, id, used, use, using, made, make, try, current, currently, info, information, system, sorry, one or more, or more, or less, or so, or later, or higher, or above",
  },
};

export default lexicon;
