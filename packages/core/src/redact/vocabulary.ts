/**
 * Words of the trade: what refusals, routes, headers and their parameters are made of. They are no secret wherever they
 * stand, so a report may show them, and hiding them by value would garble every sentence.
 */
const WORDS = `
a about above absent abuse accept acceptable accepted access account accounts acl acme across action actions activate active
activity actual ad add address addresses adfs admin administrator admins after again agent agents ago algorithm alias alibaba aliyun all
allow allowed allowlist allows already also always am amazon amazonaws amzn an and anonymous another answer any apache api apikey apim apis
apigee apisix app appid apple application applications apps archive are arn article articles as ask asked asset assets assume at attach attempt
attempts audience audit auth auth0 authenticate authenticated authentication author authorisation authorise authorised authority
authorization authorizations authorize authorized authorizer authz authn auto automatic available aws azure back backend bad balance
ban banned bare base base64 basic bearer because been before behind being below best between beyond billing blob blobs block
blocked blocklist blog board body book books boolean bot bots bought boundary branch browser bucket buckets build bulk business but button by
bypass cache call callback called caller calls can cancel cannot captcha card cart case cause cdn certificate change changed
channel channels character charge chat check checked checkout child choose chrome claim claims class click client clients cloud cloudflare
cloudfront code codes collection column com come comment comments common community company complete completions component config
configuration configure configured confirm connect connection consent console contact contain contains content context control cookie
cookies copy core cors could count country create created creation credential credentials cross csrf csrftoken current custom
customer customers dashboard data database date dates day days db debug decision decode default delete deleted demand denied deny denies
description desktop destination detail details detected dev developer device devices did digest dir direct directory disabled
disallowed display django doc docs document documentation documents doctype does doing domain domains done download downloads draft due
duplicate duration dynamic each early edit editor either element else email embed empty enable enabled encoded encoding end endpoint
endpoints enough enter entity entries entry env environment eq err errno error errors escalate etag etc even event events every example
exceed exceeded exception exchange exclude execute exist exists expected expire expired expires expiry export extension external
face facebook fail failed failure false family faq fastly fault feature features feed fetch field fields file filename files
filter filters find firefox firewall first flag folder follow following for forbid forbidden force form format formats found framework free
from front full function functions gateway general generate generated get getting git github gitlab given global gmt go going google
googleapis gov grant granted grants graph graphql group groups grpc guest guide had handler has have head header headers health
heartbeat hello help her here hidden high his history hmac home hook hooks host hostname hosts hour hours how however href htaccess htm html
html5 http httpd https hub human icon icons id identifier identities identity ids if ignored iis image images immutable import in inactive
include incorrect index indexes info information init inline input insert inside install instance instead insufficient
int integration internal internet into invalid invite invited ios ip is issue issued issuer issues it item items its java
javascript jira job jobs join jpeg jpg js json jsonp just jwt keep key keycloak keys kind kong kubernetes lack lacking lacks lang language large last
late later latest layer learn least left length less level library license like limit limited limits line link links linux list
load local localhost location lock locked log logged login logo logout logs long look low mail main make malformed manage
management manager many map master match matched may me mean media member members merge message messages meta metadata method
methods middleware might mime min minute minutes mismatch missing mobile mode model models modify module month more most move mozilla
msg mtls much multiple must my name names namespace need needed needs negotiate net network never new next nginx no node none nonce nor not
note notes notfound nothing notice notification notifications now null number numbers oauth object objects of off offline offset often ok
okta old on once one only open openid operation operations operator option optional options or order orders org organisation organization
organizations origin original other others our out outside over overview own owner owners package packages page pages pagination panel param
parameter parameters params parent part partial partner party pass passed password passwords past patch path paths pattern pause
pay payload payment payments pending people per perform permission permissions permit permitted person phone php picture ping pipeline
place plan plans platform play please plugin plugins png policies policy pool port portal post posts pre preferences preflight
present preview previous price principal privacy private privilege privileges problem process prod product production products
profile profiles program project projects prompt proof properties property protect protected protection protocol provide
provided provider proxy pub public publish published purchase purpose push put python query question queue quick quota range rate
raw ray reach reached read reader readonly ready realm reason receive received recent record records redacted redirect ref refer reference
referer refresh refusal refuse refused region regions register registry reject rejected release reload remaining remote remove
render repeat replace reply repo report reports repository request requested requests require required requires reset
resolve resource resources respond response rest restrict restricted result results retry return returned review revoked
rfc right rights robot robots role roles root route router routes row rpc rule rules run runtime s3 safe said same samesite sample sandbox
save scheme schema schedule scope scopes screen script scripts sdk search second seconds secret section secure security see
select self send sender sent server serverless service services session sessions set setting settings setup several shared
shop short should show sign signature signed signin since single site sites size skip slow so soap socket some soon sort
source space spec special specific specified spring sql ssl sso staff stage staging standard start started state static
statistics stats status statuscode step still stop storage store stores stream strict string style styles subject submit subscribe
subscription subscriptions success successful such sufficient summary support supported suspended svc svg switch sync syntax
system systems tab table tag tags target task tasks team teams temporary tenant term terms test tests text than thanks that the
their them themes then there these they thing things this those though through throttled ticket time timeout times timestamp title tls to
today token tokens tomcat too tool tools top topic total trace track transaction transfer trial tries true trust try turn
two type types ui uid unable unauthenticated unauthorised unauthorized unavailable under undefined unexpected unit unknown
unless unlock unsafe unsupported until up update updated upgrade upload uploads uri url urls usage use used user username users uses using utc utf
v1 v2 v3 v4 valid validate validation validity value values varnish verification verified verify version versions very via video view
viewer visit wait waf want warning was way we web webapp webhook webhooks website week were what when where whether which who whole why widget widgets will
window windows with within without word words work workflow workspace would write wrong www xml xmlrpc xsrf year yes yet you your zip zone
auf bei das dem den der des die ein eine fehlt fehler ist kein keine mit nicht oder sie und von zu zugriff
au aux avec ce dans de des du elle en est et il la le les ne pas pour que qui sur un une vous
al con del el esta este la las los no para por que se sin su tiene una usted
amd64 arm64 applewebkit bing charset cf chromium crawl crawler cstate css curl deflate ecdsa ed25519 edg es256 gcm gecko gitea golang gzip
hawk hs256 hs384 hs512 httpx iphone ipv4 ipv6 jsessionid khtml laravel libcurl lighttpd macintosh md5 mitm mod ntlm openssl opr
phpsessid powershell ps256 qop rails requestid rs256 rs384 rs512 rv safari safeline sha sha1 sha256 sha384 sha512 ssh sub symfony tcp traefik u2f udp
undici uuid webkit websocket wget win64 wordpress wp wsgi wss x11 x64 x86 xhr xhtml xmlhttprequest yaml zstd br
alb bgcolor edge elb awselb carddav caldav webdav macos macosx osx mysql postgres httpd aliyuncs phpmyadmin whmcs jsonl ndjson sqlite csv xlsx conf cfg ini bash zsh curlrc netrc csh tcsh ksh fish pwsh curl wget oops exec grpc regex steps nuget jfrog minio openai elasticsearch opensearch kibana artifactory okx ajax avif markdown sarif har stdin stdout webp cnonce opaque nc qs cdata css3 ogg woff woff2 ttf svg mp4 awsaccesskeyid aud azp exp iat iss jti nbf oidc pkce saml scp sts tid totp mfa otp rbac iam kms sns sqs ec2 eks ecs vpc crud etags
`;

export const VOCABULARY: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/));

/** All of them in one text, for pieces of them. */
export const VOCABULARY_TEXT: string = [...VOCABULARY].join(' ');
