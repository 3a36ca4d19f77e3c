// Written by `npm run gen` from the folders. Do not edit.
import type { Catalogue } from './engine/catalogue.ts';
import causeClientRefused from './causes/client-refused.ts';
import causeContentRejected from './causes/content-rejected.ts';
import causeCredentialsExpired from './causes/credentials-expired.ts';
import causeCredentialsInvalid from './causes/credentials-invalid.ts';
import causeCredentialsMalformed from './causes/credentials-malformed.ts';
import causeCredentialsMissing from './causes/credentials-missing.ts';
import causeCsrfInvalid from './causes/csrf-invalid.ts';
import causeCsrfMissing from './causes/csrf-missing.ts';
import causeDirectoryListing from './causes/directory-listing.ts';
import causeFeatureUnavailable from './causes/feature-unavailable.ts';
import causeFilePermissions from './causes/file-permissions.ts';
import causeHostRejected from './causes/host-rejected.ts';
import causeIpRefused from './causes/ip-refused.ts';
import causeMethodRefused from './causes/method-refused.ts';
import causeNot403 from './causes/not-403.ts';
import causeNotOwner from './causes/not-owner.ts';
import causeObjectHidden from './causes/object-hidden.ts';
import causeOriginRejected from './causes/origin-rejected.ts';
import causePolicyDenied from './causes/policy-denied.ts';
import causeProxyRefused from './causes/proxy-refused.ts';
import causeRateLimited from './causes/rate-limited.ts';
import causeRoleMissing from './causes/role-missing.ts';
import causeScopeInsufficient from './causes/scope-insufficient.ts';
import causeServerRule from './causes/server-rule.ts';
import causeStepUpRequired from './causes/step-up-required.ts';
import causeTlsRequired from './causes/tls-required.ts';
import experimentAfterAWait from './experiments/after-a-wait.ts';
import experimentBrokenCredentials from './experiments/broken-credentials.ts';
import experimentBrowserHeaders from './experiments/browser-headers.ts';
import experimentCredentialForm from './experiments/credential-form.ts';
import experimentFewerCookies from './experiments/fewer-cookies.ts';
import experimentForwardedHeaders from './experiments/forwarded-headers.ts';
import experimentFreshCsrf from './experiments/fresh-csrf.ts';
import experimentHttpVersion from './experiments/http-version.ts';
import experimentIpVersion from './experiments/ip-version.ts';
import experimentNeutralContent from './experiments/neutral-content.ts';
import experimentNoCredentials from './experiments/no-credentials.ts';
import experimentOneCookie from './experiments/one-cookie.ts';
import experimentOtherCredential from './experiments/other-credential.ts';
import experimentRequestOrigin from './experiments/request-origin.ts';
import experimentResourceMetadata from './experiments/resource-metadata.ts';
import experimentSafeMethod from './experiments/safe-method.ts';
import experimentSiblingPath from './experiments/sibling-path.ts';
import experimentSiteRoot from './experiments/site-root.ts';
import experimentSlash from './experiments/slash.ts';
import experimentTlsVersion from './experiments/tls-version.ts';
import experimentWhoAmI from './experiments/who-am-i.ts';
import experimentWithoutProxy from './experiments/without-proxy.ts';
import readerAllow from './read/allow.ts';
import readerChallengePage from './read/challenge-page.ts';
import readerChallengeWords from './read/challenge-words.ts';
import readerChallenges from './read/challenges.ts';
import readerCors from './read/cors.ts';
import readerCredentials from './read/credentials.ts';
import readerCsrf from './read/csrf.ts';
import readerHops from './read/hops.ts';
import readerInside from './read/inside.ts';
import readerJwt from './read/jwt.ts';
import readerLogin from './read/login.ts';
import readerMessages from './read/messages.ts';
import readerOrigin from './read/origin.ts';
import readerRateLimit from './read/rate-limit.ts';
import readerSignatures from './read/signatures.ts';
import readerStatus from './read/status.ts';
import readerUserAgent from './read/user-agent.ts';
import vendor3scale from './vendors/3scale.ts';
import vendorAbly from './vendors/ably.ts';
import vendorAbuseCh from './vendors/abuse-ch.ts';
import vendorAbuseipdb from './vendors/abuseipdb.ts';
import vendorAccuweather from './vendors/accuweather.ts';
import vendorAcme from './vendors/acme.ts';
import vendorAcoustid from './vendors/acoustid.ts';
import vendorAdNetworks from './vendors/ad-networks.ts';
import vendorAdguardHome from './vendors/adguard-home.ts';
import vendorAdminer from './vendors/adminer.ts';
import vendorAdsbExchange from './vendors/adsb-exchange.ts';
import vendorAdyen from './vendors/adyen.ts';
import vendorAiImageClouds from './vendors/ai-image-clouds.ts';
import vendorAi21 from './vendors/ai21.ts';
import vendorAirbnb from './vendors/airbnb.ts';
import vendorAirflow from './vendors/airflow.ts';
import vendorAirplay from './vendors/airplay.ts';
import vendorAirtable from './vendors/airtable.ts';
import vendorAkamaiSites from './vendors/akamai-sites.ts';
import vendorAkamai from './vendors/akamai.ts';
import vendorAlchemy from './vendors/alchemy.ts';
import vendorAlephAlpha from './vendors/aleph-alpha.ts';
import vendorAlfresco from './vendors/alfresco.ts';
import vendorAlgolia from './vendors/algolia.ts';
import vendorAlibabaOss from './vendors/alibaba-oss.ts';
import vendorAlibabaWaf from './vendors/alibaba-waf.ts';
import vendorAlicdn from './vendors/alicdn.ts';
import vendorAliexpress from './vendors/aliexpress.ts';
import vendorAlpaca from './vendors/alpaca.ts';
import vendorAlphaVantage from './vendors/alpha-vantage.ts';
import vendorAmadeus from './vendors/amadeus.ts';
import vendorAmazonAds from './vendors/amazon-ads.ts';
import vendorAmazonPaapi from './vendors/amazon-paapi.ts';
import vendorAmazonSite from './vendors/amazon-site.ts';
import vendorAmazonSpApi from './vendors/amazon-sp-api.ts';
import vendorAnaconda from './vendors/anaconda.ts';
import vendorAnidb from './vendors/anidb.ts';
import vendorAnilist from './vendors/anilist.ts';
import vendorAnthropic from './vendors/anthropic.ts';
import vendorAnubis from './vendors/anubis.ts';
import vendorApacheTrafficServer from './vendors/apache-traffic-server.ts';
import vendorApache from './vendors/apache.ts';
import vendorApiUmbrella from './vendors/api-umbrella.ts';
import vendorApigee from './vendors/apigee.ts';
import vendorApilayer from './vendors/apilayer.ts';
import vendorApisix from './vendors/apisix.ts';
import vendorApolloServer from './vendors/apollo-server.ts';
import vendorApple from './vendors/apple.ts';
import vendorAppwrite from './vendors/appwrite.ts';
import vendorArangodb from './vendors/arangodb.ts';
import vendorArchiveOrg from './vendors/archive-org.ts';
import vendorArgocd from './vendors/argocd.ts';
import vendorArtifactory from './vendors/artifactory.ts';
import vendorArtstation from './vendors/artstation.ts';
import vendorArxiv from './vendors/arxiv.ts';
import vendorAsana from './vendors/asana.ts';
import vendorAspnet from './vendors/aspnet.ts';
import vendorAspnetcore from './vendors/aspnetcore.ts';
import vendorAssemblyai from './vendors/assemblyai.ts';
import vendorAuth0 from './vendors/auth0.ts';
import vendorAuthelia from './vendors/authelia.ts';
import vendorAuthentik from './vendors/authentik.ts';
import vendorAuthjs from './vendors/authjs.ts';
import vendorAutomation from './vendors/automation.ts';
import vendorAwsApiGateway from './vendors/aws-api-gateway.ts';
import vendorAwsAppsync from './vendors/aws-appsync.ts';
import vendorAwsBedrock from './vendors/aws-bedrock.ts';
import vendorAwsCloudfront from './vendors/aws-cloudfront.ts';
import vendorAwsCognito from './vendors/aws-cognito.ts';
import vendorAwsEcr from './vendors/aws-ecr.ts';
import vendorAwsElb from './vendors/aws-elb.ts';
import vendorAwsIam from './vendors/aws-iam.ts';
import vendorAwsLambdaUrl from './vendors/aws-lambda-url.ts';
import vendorAwsOpensearch from './vendors/aws-opensearch.ts';
import vendorAwsS3 from './vendors/aws-s3.ts';
import vendorAwsSes from './vendors/aws-ses.ts';
import vendorAwsSqsSns from './vendors/aws-sqs-sns.ts';
import vendorAwsSso from './vendors/aws-sso.ts';
import vendorAwsSts from './vendors/aws-sts.ts';
import vendorAwsWaf from './vendors/aws-waf.ts';
import vendorAxis from './vendors/axis.ts';
import vendorAzureApim from './vendors/azure-apim.ts';
import vendorAzureAppService from './vendors/azure-app-service.ts';
import vendorAzureApplicationGateway from './vendors/azure-application-gateway.ts';
import vendorAzureContainerRegistry from './vendors/azure-container-registry.ts';
import vendorAzureCosmos from './vendors/azure-cosmos.ts';
import vendorAzureDevops from './vendors/azure-devops.ts';
import vendorAzureFrontDoor from './vendors/azure-front-door.ts';
import vendorAzureFunctions from './vendors/azure-functions.ts';
import vendorAzureKeyVault from './vendors/azure-key-vault.ts';
import vendorAzureOpenai from './vendors/azure-openai.ts';
import vendorAzureResourceManager from './vendors/azure-resource-manager.ts';
import vendorAzureServiceBus from './vendors/azure-service-bus.ts';
import vendorAzureStorage from './vendors/azure-storage.ts';
import vendorBackblazeB2 from './vendors/backblaze-b2.ts';
import vendorBaiduAi from './vendors/baidu-ai.ts';
import vendorBaiduImages from './vendors/baidu-images.ts';
import vendorBarracuda from './vendors/barracuda.ts';
import vendorBattleNet from './vendors/battle-net.ts';
import vendorBbc from './vendors/bbc.ts';
import vendorBet365 from './vendors/bet365.ts';
import vendorBetterAuth from './vendors/better-auth.ts';
import vendorBigcommerce from './vendors/bigcommerce.ts';
import vendorBilibili from './vendors/bilibili.ts';
import vendorBinance from './vendors/binance.ts';
import vendorBingAds from './vendors/bing-ads.ts';
import vendorBingSearch from './vendors/bing-search.ts';
import vendorBingSite from './vendors/bing-site.ts';
import vendorBiorxiv from './vendors/biorxiv.ts';
import vendorBitbucket from './vendors/bitbucket.ts';
import vendorBitfinex from './vendors/bitfinex.ts';
import vendorBitgetMexc from './vendors/bitget-mexc.ts';
import vendorBitninja from './vendors/bitninja.ts';
import vendorBlogServices from './vendors/blog-services.ts';
import vendorBloomberg from './vendors/bloomberg.ts';
import vendorBluecoat from './vendors/bluecoat.ts';
import vendorBluesky from './vendors/bluesky.ts';
import vendorBmw from './vendors/bmw.ts';
import vendorBokeh from './vendors/bokeh.ts';
import vendorBookingCom from './vendors/booking-com.ts';
import vendorBox from './vendors/box.ts';
import vendorBraintreeCheckout from './vendors/braintree-checkout.ts';
import vendorBraveSearch from './vendors/brave-search.ts';
import vendorBrevo from './vendors/brevo.ts';
import vendorBuffalo from './vendors/buffalo.ts';
import vendorBuildServices from './vendors/build-services.ts';
import vendorBunnycdn from './vendors/bunnycdn.ts';
import vendorBybit from './vendors/bybit.ts';
import vendorCaddy from './vendors/caddy.ts';
import vendorCakephp from './vendors/cakephp.ts';
import vendorCalibreWeb from './vendors/calibre-web.ts';
import vendorCampaignMail from './vendors/campaign-mail.ts';
import vendorCanvasLms from './vendors/canvas-lms.ts';
import vendorCaptchaServices from './vendors/captcha-services.ts';
import vendorCarSites from './vendors/car-sites.ts';
import vendorCerebras from './vendors/cerebras.ts';
import vendorChatgpt from './vendors/chatgpt.ts';
import vendorCheckPoint from './vendors/check-point.ts';
import vendorCherrypy from './vendors/cherrypy.ts';
import vendorChessCom from './vendors/chess-com.ts';
import vendorChromeDevtools from './vendors/chrome-devtools.ts';
import vendorCircleci from './vendors/circleci.ts';
import vendorCiscoMeraki from './vendors/cisco-meraki.ts';
import vendorCiscoSecureWeb from './vendors/cisco-secure-web.ts';
import vendorCitrixNetscaler from './vendors/citrix-netscaler.ts';
import vendorCivitai from './vendors/civitai.ts';
import vendorCkan from './vendors/ckan.ts';
import vendorClaudeSite from './vendors/claude-site.ts';
import vendorClerk from './vendors/clerk.ts';
import vendorClickhouse from './vendors/clickhouse.ts';
import vendorClickup from './vendors/clickup.ts';
import vendorCloudbric from './vendors/cloudbric.ts';
import vendorCloudflareAccess from './vendors/cloudflare-access.ts';
import vendorCloudflareApi from './vendors/cloudflare-api.ts';
import vendorCloudflareR2 from './vendors/cloudflare-r2.ts';
import vendorCloudflare from './vendors/cloudflare.ts';
import vendorCloudinary from './vendors/cloudinary.ts';
import vendorCockpit from './vendors/cockpit.ts';
import vendorCocoapods from './vendors/cocoapods.ts';
import vendorCodecov from './vendors/codecov.ts';
import vendorCodeigniter from './vendors/codeigniter.ts';
import vendorCohere from './vendors/cohere.ts';
import vendorCoinbase from './vendors/coinbase.ts';
import vendorCoingecko from './vendors/coingecko.ts';
import vendorCoinmarketcap from './vendors/coinmarketcap.ts';
import vendorCometNeptune from './vendors/comet-neptune.ts';
import vendorCompaniesHouse from './vendors/companies-house.ts';
import vendorConanCenter from './vendors/conan-center.ts';
import vendorConfluent from './vendors/confluent.ts';
import vendorCongressApi from './vendors/congress-api.ts';
import vendorConnectClients from './vendors/connect-clients.ts';
import vendorConsul from './vendors/consul.ts';
import vendorContentful from './vendors/contentful.ts';
import vendorContentkeeper from './vendors/contentkeeper.ts';
import vendorCopernicusDataspace from './vendors/copernicus-dataspace.ts';
import vendorCorsAnywhere from './vendors/cors-anywhere.ts';
import vendorCouchdb from './vendors/couchdb.ts';
import vendorCourtlistener from './vendors/courtlistener.ts';
import vendorCpanel from './vendors/cpanel.ts';
import vendorCraigslist from './vendors/craigslist.ts';
import vendorCranBioc from './vendors/cran-bioc.ts';
import vendorCratesIo from './vendors/crates-io.ts';
import vendorCrmSuites from './vendors/crm-suites.ts';
import vendorCrowdinTransifex from './vendors/crowdin-transifex.ts';
import vendorCrowdsec from './vendors/crowdsec.ts';
import vendorCrunchyroll from './vendors/crunchyroll.ts';
import vendorCsdn from './vendors/csdn.ts';
import vendorCsurf from './vendors/csurf.ts';
import vendorCups from './vendors/cups.ts';
import vendorCurseforge from './vendors/curseforge.ts';
import vendorDahua from './vendors/dahua.ts';
import vendorDailymotion from './vendors/dailymotion.ts';
import vendorDanbooru from './vendors/danbooru.ts';
import vendorDash from './vendors/dash.ts';
import vendorDashscope from './vendors/dashscope.ts';
import vendorDataGovEu from './vendors/data-gov-eu.ts';
import vendorDatabricks from './vendors/databricks.ts';
import vendorDatadog from './vendors/datadog.ts';
import vendorDatadome from './vendors/datadome.ts';
import vendorDataverse from './vendors/dataverse.ts';
import vendorDdosGuard from './vendors/ddos-guard.ts';
import vendorDebrid from './vendors/debrid.ts';
import vendorDeepgram from './vendors/deepgram.ts';
import vendorDeepl from './vendors/deepl.ts';
import vendorDeepseek from './vendors/deepseek.ts';
import vendorDeezer from './vendors/deezer.ts';
import vendorDeluge from './vendors/deluge.ts';
import vendorDeribitBitmex from './vendors/deribit-bitmex.ts';
import vendorDeutscheBahn from './vendors/deutsche-bahn.ts';
import vendorDeviantart from './vendors/deviantart.ts';
import vendorDigitalocean from './vendors/digitalocean.ts';
import vendorDingtalk from './vendors/dingtalk.ts';
import vendorDirectus from './vendors/directus.ts';
import vendorDiscogs from './vendors/discogs.ts';
import vendorDiscord from './vendors/discord.ts';
import vendorDiscourse from './vendors/discourse.ts';
import vendorDistil from './vendors/distil.ts';
import vendorDjangoRestFramework from './vendors/django-rest-framework.ts';
import vendorDjango from './vendors/django.ts';
import vendorDnsProviders from './vendors/dns-providers.ts';
import vendorDockerEngine from './vendors/docker-engine.ts';
import vendorDockerHub from './vendors/docker-hub.ts';
import vendorDockerRegistry from './vendors/docker-registry.ts';
import vendorDockerSandboxes from './vendors/docker-sandboxes.ts';
import vendorDocusign from './vendors/docusign.ts';
import vendorDokuwiki from './vendors/dokuwiki.ts';
import vendorDomoticz from './vendors/domoticz.ts';
import vendorDotdefender from './vendors/dotdefender.ts';
import vendorDotfiles from './vendors/dotfiles.ts';
import vendorDouban from './vendors/douban.ts';
import vendorDouyin from './vendors/douyin.ts';
import vendorDropbox from './vendors/dropbox.ts';
import vendorDrupal from './vendors/drupal.ts';
import vendorDspace from './vendors/dspace.ts';
import vendorDuckduckgo from './vendors/duckduckgo.ts';
import vendorDuet from './vendors/duet.ts';
import vendorDwd from './vendors/dwd.ts';
import vendorDynamics from './vendors/dynamics.ts';
import vendorDynatrace from './vendors/dynatrace.ts';
import vendorDyndns from './vendors/dyndns.ts';
import vendorE2guardian from './vendors/e2guardian.ts';
import vendorE621 from './vendors/e621.ts';
import vendorEaUbisoft from './vendors/ea-ubisoft.ts';
import vendorEarthdata from './vendors/earthdata.ts';
import vendorEbaySite from './vendors/ebay-site.ts';
import vendorEbay from './vendors/ebay.ts';
import vendorEbi from './vendors/ebi.ts';
import vendorEcho from './vendors/echo.ts';
import vendorEcmwfCds from './vendors/ecmwf-cds.ts';
import vendorEcobee from './vendors/ecobee.ts';
import vendorEcommerceSuites from './vendors/ecommerce-suites.ts';
import vendorEdgio from './vendors/edgio.ts';
import vendorEgressAllowlist from './vendors/egress-allowlist.ts';
import vendorElasticsearch from './vendors/elasticsearch.ts';
import vendorElevenlabs from './vendors/elevenlabs.ts';
import vendorElsevier from './vendors/elsevier.ts';
import vendorEnphase from './vendors/enphase.ts';
import vendorEntra from './vendors/entra.ts';
import vendorEnvoy from './vendors/envoy.ts';
import vendorEodhd from './vendors/eodhd.ts';
import vendorEpicGames from './vendors/epic-games.ts';
import vendorEsphome from './vendors/esphome.ts';
import vendorEspn from './vendors/espn.ts';
import vendorEthereumNode from './vendors/ethereum-node.ts';
import vendorEtherscan from './vendors/etherscan.ts';
import vendorEtsySite from './vendors/etsy-site.ts';
import vendorEtsy from './vendors/etsy.ts';
import vendorEventbrite from './vendors/eventbrite.ts';
import vendorExchange from './vendors/exchange.ts';
import vendorExpedia from './vendors/expedia.ts';
import vendorExpressAuth from './vendors/express-auth.ts';
import vendorF5BigIp from './vendors/f5-big-ip.ts';
import vendorFacebookGraph from './vendors/facebook-graph.ts';
import vendorFacebookWeb from './vendors/facebook-web.ts';
import vendorFaceit from './vendors/faceit.ts';
import vendorFastapi from './vendors/fastapi.ts';
import vendorFastify from './vendors/fastify.ts';
import vendorFastly from './vendors/fastly.ts';
import vendorFeatureFlags from './vendors/feature-flags.ts';
import vendorFedex from './vendors/fedex.ts';
import vendorFeishu from './vendors/feishu.ts';
import vendorFictionSites from './vendors/fiction-sites.ts';
import vendorFigma from './vendors/figma.ts';
import vendorFileHosters from './vendors/file-hosters.ts';
import vendorFilmBookSites from './vendors/film-book-sites.ts';
import vendorFinancialmodelingprep from './vendors/financialmodelingprep.ts';
import vendorFinnhub from './vendors/finnhub.ts';
import vendorFirebase from './vendors/firebase.ts';
import vendorFireworksAi from './vendors/fireworks-ai.ts';
import vendorFitbit from './vendors/fitbit.ts';
import vendorFlaskSecurity from './vendors/flask-security.ts';
import vendorFlaskWtf from './vendors/flask-wtf.ts';
import vendorFlickr from './vendors/flickr.ts';
import vendorFlightaware from './vendors/flightaware.ts';
import vendorFlightradar24 from './vendors/flightradar24.ts';
import vendorFlyIo from './vendors/fly-io.ts';
import vendorFoodDelivery from './vendors/food-delivery.ts';
import vendorFootballData from './vendors/football-data.ts';
import vendorForcepoint from './vendors/forcepoint.ts';
import vendorFormServices from './vendors/form-services.ts';
import vendorFortigate from './vendors/fortigate.ts';
import vendorFortinetFortiweb from './vendors/fortinet-fortiweb.ts';
import vendorFrappe from './vendors/frappe.ts';
import vendorFred from './vendors/fred.ts';
import vendorFreshdesk from './vendors/freshdesk.ts';
import vendorFrigate from './vendors/frigate.ts';
import vendorFritzbox from './vendors/fritzbox.ts';
import vendorFusionauth from './vendors/fusionauth.ts';
import vendorG2Capterra from './vendors/g2-capterra.ts';
import vendorGarmin from './vendors/garmin.ts';
import vendorGateIo from './vendors/gate-io.ts';
import vendorGbifInat from './vendors/gbif-inat.ts';
import vendorGcore from './vendors/gcore.ts';
import vendorGelbooru from './vendors/gelbooru.ts';
import vendorGenius from './vendors/genius.ts';
import vendorGerrit from './vendors/gerrit.ts';
import vendorGhost from './vendors/ghost.ts';
import vendorGinJwt from './vendors/gin-jwt.ts';
import vendorGitHttpBackend from './vendors/git-http-backend.ts';
import vendorGitea from './vendors/gitea.ts';
import vendorGithubContainerRegistry from './vendors/github-container-registry.ts';
import vendorGithubCopilot from './vendors/github-copilot.ts';
import vendorGithubGit from './vendors/github-git.ts';
import vendorGithubPages from './vendors/github-pages.ts';
import vendorGithubRaw from './vendors/github-raw.ts';
import vendorGithub from './vendors/github.ts';
import vendorGitlab from './vendors/gitlab.ts';
import vendorGnews from './vendors/gnews.ts';
import vendorGoNetHttp from './vendors/go-net-http.ts';
import vendorGoProxy from './vendors/go-proxy.ts';
import vendorGodaddy from './vendors/godaddy.ts';
import vendorGogItch from './vendors/gog-itch.ts';
import vendorGoogleAds from './vendors/google-ads.ts';
import vendorGoogleBooks from './vendors/google-books.ts';
import vendorGoogleCloudStorage from './vendors/google-cloud-storage.ts';
import vendorGoogleCloud from './vendors/google-cloud.ts';
import vendorGoogleDriveDownload from './vendors/google-drive-download.ts';
import vendorGoogleFrontend from './vendors/google-frontend.ts';
import vendorGoogleGemini from './vendors/google-gemini.ts';
import vendorGoogleMaps from './vendors/google-maps.ts';
import vendorGoogleMaven from './vendors/google-maven.ts';
import vendorGoogleMicrosoftRegistries from './vendors/google-microsoft-registries.ts';
import vendorGoogleNest from './vendors/google-nest.ts';
import vendorGoogleOauth from './vendors/google-oauth.ts';
import vendorGooglePhotosCdn from './vendors/google-photos-cdn.ts';
import vendorGooglePlay from './vendors/google-play.ts';
import vendorGoogleScholar from './vendors/google-scholar.ts';
import vendorGoogleSearchAnalytics from './vendors/google-search-analytics.ts';
import vendorGoogleWorkspace from './vendors/google-workspace.ts';
import vendorGorillaCsrf from './vendors/gorilla-csrf.ts';
import vendorGotify from './vendors/gotify.ts';
import vendorGovSites from './vendors/gov-sites.ts';
import vendorGovee from './vendors/govee.ts';
import vendorGradio from './vendors/gradio.ts';
import vendorGradlePlugins from './vendors/gradle-plugins.ts';
import vendorGrafana from './vendors/grafana.ts';
import vendorGraphql from './vendors/graphql.ts';
import vendorGravitee from './vendors/gravitee.ts';
import vendorGraylog from './vendors/graylog.ts';
import vendorGroq from './vendors/groq.ts';
import vendorGrpc from './vendors/grpc.ts';
import vendorGuacamole from './vendors/guacamole.ts';
import vendorGuardian from './vendors/guardian.ts';
import vendorGunicorn from './vendors/gunicorn.ts';
import vendorHackernews from './vendors/hackernews.ts';
import vendorHaproxy from './vendors/haproxy.ts';
import vendorHarbor from './vendors/harbor.ts';
import vendorHasura from './vendors/hasura.ts';
import vendorHathitrust from './vendors/hathitrust.ts';
import vendorHaveibeenpwned from './vendors/haveibeenpwned.ts';
import vendorHelpdesks from './vendors/helpdesks.ts';
import vendorHere from './vendors/here.ts';
import vendorHeroku from './vendors/heroku.ts';
import vendorHetzner from './vendors/hetzner.ts';
import vendorHexPm from './vendors/hex-pm.ts';
import vendorHikvision from './vendors/hikvision.ts';
import vendorHmrc from './vendors/hmrc.ts';
import vendorHomeAssistant from './vendors/home-assistant.ts';
import vendorHomeConnect from './vendors/home-connect.ts';
import vendorHono from './vendors/hono.ts';
import vendorHrSuites from './vendors/hr-suites.ts';
import vendorHttpHooks from './vendors/http-hooks.ts';
import vendorHttpLogin from './vendors/http-login.ts';
import vendorHttpMethods from './vendors/http-methods.ts';
import vendorHttpPlaces from './vendors/http-places.ts';
import vendorHttpSys from './vendors/http-sys.ts';
import vendorHuaweiQiniu from './vendors/huawei-qiniu.ts';
import vendorHubspot from './vendors/hubspot.ts';
import vendorHuggingface from './vendors/huggingface.ts';
import vendorHyperliquidDydx from './vendors/hyperliquid-dydx.ts';
import vendorHypixel from './vendors/hypixel.ts';
import vendorHyundaiKia from './vendors/hyundai-kia.ts';
import vendorIbmCloud from './vendors/ibm-cloud.ts';
import vendorIboss from './vendors/iboss.ts';
import vendorIcecast from './vendors/icecast.ts';
import vendorIcinga from './vendors/icinga.ts';
import vendorIdentityserver from './vendors/identityserver.ts';
import vendorIeeeAcm from './vendors/ieee-acm.ts';
import vendorIexCloud from './vendors/iex-cloud.ts';
import vendorIfttt from './vendors/ifttt.ts';
import vendorIgdb from './vendors/igdb.ts';
import vendorIis from './vendors/iis.ts';
import vendorImgur from './vendors/imgur.ts';
import vendorImmich from './vendors/immich.ts';
import vendorImperva from './vendors/imperva.ts';
import vendorImunify360 from './vendors/imunify360.ts';
import vendorIndeed from './vendors/indeed.ts';
import vendorInfluxdb from './vendors/influxdb.ts';
import vendorInfura from './vendors/infura.ts';
import vendorInstagram from './vendors/instagram.ts';
import vendorIntercom from './vendors/intercom.ts';
import vendorInvestingCom from './vendors/investing-com.ts';
import vendorIpLookup from './vendors/ip-lookup.ts';
import vendorIpfsGateways from './vendors/ipfs-gateways.ts';
import vendorIptv from './vendors/iptv.ts';
import vendorJavaMicro from './vendors/java-micro.ts';
import vendorJcenter from './vendors/jcenter.ts';
import vendorJd from './vendors/jd.ts';
import vendorJenkins from './vendors/jenkins.ts';
import vendorJetbrains from './vendors/jetbrains.ts';
import vendorJetty from './vendors/jetty.ts';
import vendorJianshu from './vendors/jianshu.ts';
import vendorJina from './vendors/jina.ts';
import vendorJiraAtlassian from './vendors/jira-atlassian.ts';
import vendorJitpack from './vendors/jitpack.ts';
import vendorJolokia from './vendors/jolokia.ts';
import vendorJoomla from './vendors/joomla.ts';
import vendorJsdelivrUnpkg from './vendors/jsdelivr-unpkg.ts';
import vendorJstor from './vendors/jstor.ts';
import vendorJupyter from './vendors/jupyter.ts';
import vendorKaggle from './vendors/kaggle.ts';
import vendorKakao from './vendors/kakao.ts';
import vendorKasada from './vendors/kasada.ts';
import vendorKeratinAuthn from './vendors/keratin-authn.ts';
import vendorKerioControl from './vendors/kerio-control.ts';
import vendorKeycdn from './vendors/keycdn.ts';
import vendorKeycloak from './vendors/keycloak.ts';
import vendorKeystone from './vendors/keystone.ts';
import vendorKlarnaRazorpay from './vendors/klarna-razorpay.ts';
import vendorKlaviyo from './vendors/klaviyo.ts';
import vendorKodi from './vendors/kodi.ts';
import vendorKong from './vendors/kong.ts';
import vendorKraken from './vendors/kraken.ts';
import vendorKrakend from './vendors/krakend.ts';
import vendorKubernetes from './vendors/kubernetes.ts';
import vendorKucoin from './vendors/kucoin.ts';
import vendorLangfuse from './vendors/langfuse.ts';
import vendorLangsmith from './vendors/langsmith.ts';
import vendorLaravel from './vendors/laravel.ts';
import vendorLastfm from './vendors/lastfm.ts';
import vendorLemmy from './vendors/lemmy.ts';
import vendorLichess from './vendors/lichess.ts';
import vendorLighttpd from './vendors/lighttpd.ts';
import vendorLine from './vendors/line.ts';
import vendorLinear from './vendors/linear.ts';
import vendorLinkedin from './vendors/linkedin.ts';
import vendorLinkerd from './vendors/linkerd.ts';
import vendorLinode from './vendors/linode.ts';
import vendorLinuxMirrors from './vendors/linux-mirrors.ts';
import vendorLitellm from './vendors/litellm.ts';
import vendorLitespeed from './vendors/litespeed.ts';
import vendorLitestar from './vendors/litestar.ts';
import vendorLogClouds from './vendors/log-clouds.ts';
import vendorLyft from './vendors/lyft.ts';
import vendorMagento from './vendors/magento.ts';
import vendorMailServices from './vendors/mail-services.ts';
import vendorMailchimp from './vendors/mailchimp.ts';
import vendorMailgun from './vendors/mailgun.ts';
import vendorMailjet from './vendors/mailjet.ts';
import vendorMangadex from './vendors/mangadex.ts';
import vendorMapbox from './vendors/mapbox.ts';
import vendorMarinetraffic from './vendors/marinetraffic.ts';
import vendorMarketplacesEu from './vendors/marketplaces-eu.ts';
import vendorMashery from './vendors/mashery.ts';
import vendorMastodon from './vendors/mastodon.ts';
import vendorMatomo from './vendors/matomo.ts';
import vendorMatrixSynapse from './vendors/matrix-synapse.ts';
import vendorMattermost from './vendors/mattermost.ts';
import vendorMavenCentral from './vendors/maven-central.ts';
import vendorMcafeeWebGateway from './vendors/mcafee-web-gateway.ts';
import vendorMcpServers from './vendors/mcp-servers.ts';
import vendorMediaMetadata from './vendors/media-metadata.ts';
import vendorMediastack from './vendors/mediastack.ts';
import vendorMediawiki from './vendors/mediawiki.ts';
import vendorMedium from './vendors/medium.ts';
import vendorMeetup from './vendors/meetup.ts';
import vendorMeilisearch from './vendors/meilisearch.ts';
import vendorMercadoLibre from './vendors/mercado-libre.ts';
import vendorMercedesBenz from './vendors/mercedes-benz.ts';
import vendorMeross from './vendors/meross.ts';
import vendorMetNorway from './vendors/met-norway.ts';
import vendorMetabase from './vendors/metabase.ts';
import vendorMicrosoftGraph from './vendors/microsoft-graph.ts';
import vendorMidjourneyCdn from './vendors/midjourney-cdn.ts';
import vendorMikrotik from './vendors/mikrotik.ts';
import vendorMinecraftPanels from './vendors/minecraft-panels.ts';
import vendorMinimax from './vendors/minimax.ts';
import vendorMinio from './vendors/minio.ts';
import vendorMisp from './vendors/misp.ts';
import vendorMisskey from './vendors/misskey.ts';
import vendorMistral from './vendors/mistral.ts';
import vendorMlflow from './vendors/mlflow.ts';
import vendorModal from './vendors/modal.ts';
import vendorModrinth from './vendors/modrinth.ts';
import vendorModsecurity from './vendors/modsecurity.ts';
import vendorMollie from './vendors/mollie.ts';
import vendorMonday from './vendors/monday.ts';
import vendorMongodbAtlas from './vendors/mongodb-atlas.ts';
import vendorMoodle from './vendors/moodle.ts';
import vendorMoonraker from './vendors/moonraker.ts';
import vendorMoonshot from './vendors/moonshot.ts';
import vendorMusicbrainz from './vendors/musicbrainz.ts';
import vendorMyanimelist from './vendors/myanimelist.ts';
import vendorN8n from './vendors/n8n.ts';
import vendorNacos from './vendors/nacos.ts';
import vendorNamecheap from './vendors/namecheap.ts';
import vendorNasaData from './vendors/nasa-data.ts';
import vendorNasdaqDataLink from './vendors/nasdaq-data-link.ts';
import vendorNasdaqSite from './vendors/nasdaq-site.ts';
import vendorNaver from './vendors/naver.ts';
import vendorNaxsi from './vendors/naxsi.ts';
import vendorNba from './vendors/nba.ts';
import vendorNcbi from './vendors/ncbi.ts';
import vendorNegotiate from './vendors/negotiate.ts';
import vendorNeo4j from './vendors/neo4j.ts';
import vendorNeon from './vendors/neon.ts';
import vendorNestjs from './vendors/nestjs.ts';
import vendorNetatmo from './vendors/netatmo.ts';
import vendorNetbox from './vendors/netbox.ts';
import vendorNetdata from './vendors/netdata.ts';
import vendorNeteaseMusic from './vendors/netease-music.ts';
import vendorNetflix from './vendors/netflix.ts';
import vendorNetlify from './vendors/netlify.ts';
import vendorNetsweeper from './vendors/netsweeper.ts';
import vendorNewrelic from './vendors/newrelic.ts';
import vendorNewsapi from './vendors/newsapi.ts';
import vendorNextcloud from './vendors/nextcloud.ts';
import vendorNextjs from './vendors/nextjs.ts';
import vendorNexus from './vendors/nexus.ts';
import vendorNexusmods from './vendors/nexusmods.ts';
import vendorNginx from './vendors/nginx.ts';
import vendorNhentai from './vendors/nhentai.ts';
import vendorNintendo from './vendors/nintendo.ts';
import vendorNoaa from './vendors/noaa.ts';
import vendorNodeRed from './vendors/node-red.ts';
import vendorNomad from './vendors/nomad.ts';
import vendorNotion from './vendors/notion.ts';
import vendorNovita from './vendors/novita.ts';
import vendorNpm from './vendors/npm.ts';
import vendorNtfy from './vendors/ntfy.ts';
import vendorNuget from './vendors/nuget.ts';
import vendorNuxtCsurf from './vendors/nuxt-csurf.ts';
import vendorNvd from './vendors/nvd.ts';
import vendorNvidiaDownloads from './vendors/nvidia-downloads.ts';
import vendorNvidiaNim from './vendors/nvidia-nim.ts';
import vendorNytimes from './vendors/nytimes.ts';
import vendorNzbIndexers from './vendors/nzb-indexers.ts';
import vendorNzbget from './vendors/nzbget.ts';
import vendorOauthBearer from './vendors/oauth-bearer.ts';
import vendorOauth2Proxy from './vendors/oauth2-proxy.ts';
import vendorObjectStorages from './vendors/object-storages.ts';
import vendorOctoprint from './vendors/octoprint.ts';
import vendorOctopusDeploy from './vendors/octopus-deploy.ts';
import vendorOdoo from './vendors/odoo.ts';
import vendorOkta from './vendors/okta.ts';
import vendorOkx from './vendors/okx.ts';
import vendorOllama from './vendors/ollama.ts';
import vendorOmdb from './vendors/omdb.ts';
import vendorOneApi from './vendors/one-api.ts';
import vendorOnelogin from './vendors/onelogin.ts';
import vendorOnesignal from './vendors/onesignal.ts';
import vendorOnvif from './vendors/onvif.ts';
import vendorOpenMeteo from './vendors/open-meteo.ts';
import vendorOpenWebui from './vendors/open-webui.ts';
import vendorOpenaiCompatible from './vendors/openai-compatible.ts';
import vendorOpenai from './vendors/openai.ts';
import vendorOpenalex from './vendors/openalex.ts';
import vendorOpenhab from './vendors/openhab.ts';
import vendorOpenproject from './vendors/openproject.ts';
import vendorOpenresty from './vendors/openresty.ts';
import vendorOpenrouter from './vendors/openrouter.ts';
import vendorOpensea from './vendors/opensea.ts';
import vendorOpensky from './vendors/opensky.ts';
import vendorOpenstack from './vendors/openstack.ts';
import vendorOpensubtitles from './vendors/opensubtitles.ts';
import vendorOpenweathermap from './vendors/openweathermap.ts';
import vendorOpenwrt from './vendors/openwrt.ts';
import vendorOpnsense from './vendors/opnsense.ts';
import vendorOracleCloud from './vendors/oracle-cloud.ts';
import vendorOracleDownloads from './vendors/oracle-downloads.ts';
import vendorOracleSaas from './vendors/oracle-saas.ts';
import vendorOry from './vendors/ory.ts';
import vendorOsm from './vendors/osm.ts';
import vendorOura from './vendors/oura.ts';
import vendorOverseerr from './vendors/overseerr.ts';
import vendorOvh from './vendors/ovh.ts';
import vendorPackagist from './vendors/packagist.ts';
import vendorPagerduty from './vendors/pagerduty.ts';
import vendorPagesHosts from './vendors/pages-hosts.ts';
import vendorPaloAlto from './vendors/palo-alto.ts';
import vendorPangolin from './vendors/pangolin.ts';
import vendorPaperless from './vendors/paperless.ts';
import vendorParseServer from './vendors/parse-server.ts';
import vendorPassenger from './vendors/passenger.ts';
import vendorPastebins from './vendors/pastebins.ts';
import vendorPatreon from './vendors/patreon.ts';
import vendorPaypal from './vendors/paypal.ts';
import vendorPerimeterx from './vendors/perimeterx.ts';
import vendorPerplexity from './vendors/perplexity.ts';
import vendorPfsenseSquidguard from './vendors/pfsense-squidguard.ts';
import vendorPhabricator from './vendors/phabricator.ts';
import vendorPhilipsHue from './vendors/philips-hue.ts';
import vendorPhoenix from './vendors/phoenix.ts';
import vendorPhpFpm from './vendors/php-fpm.ts';
import vendorPhpbb from './vendors/phpbb.ts';
import vendorPhpmyadmin from './vendors/phpmyadmin.ts';
import vendorPihole from './vendors/pihole.ts';
import vendorPinecone from './vendors/pinecone.ts';
import vendorPing from './vendors/ping.ts';
import vendorPinterestImages from './vendors/pinterest-images.ts';
import vendorPinterest from './vendors/pinterest.ts';
import vendorPipedrive from './vendors/pipedrive.ts';
import vendorPixiv from './vendors/pixiv.ts';
import vendorPlaid from './vendors/plaid.ts';
import vendorPlanet from './vendors/planet.ts';
import vendorPlanetscaleTurso from './vendors/planetscale-turso.ts';
import vendorPlay from './vendors/play.ts';
import vendorPlaystation from './vendors/playstation.ts';
import vendorPlesk from './vendors/plesk.ts';
import vendorPlex from './vendors/plex.ts';
import vendorPocketbase from './vendors/pocketbase.ts';
import vendorPolar from './vendors/polar.ts';
import vendorPolygonIo from './vendors/polygon-io.ts';
import vendorPomerium from './vendors/pomerium.ts';
import vendorPortainer from './vendors/portainer.ts';
import vendorPostgrest from './vendors/postgrest.ts';
import vendorPosthog from './vendors/posthog.ts';
import vendorPostman from './vendors/postman.ts';
import vendorPostmark from './vendors/postmark.ts';
import vendorPowerBi from './vendors/power-bi.ts';
import vendorPrestashop from './vendors/prestashop.ts';
import vendorPrivoxy from './vendors/privoxy.ts';
import vendorProductAnalytics from './vendors/product-analytics.ts';
import vendorPrometheus from './vendors/prometheus.ts';
import vendorProxmox from './vendors/proxmox.ts';
import vendorProxyServices from './vendors/proxy-services.ts';
import vendorPublishers from './vendors/publishers.ts';
import vendorPubnub from './vendors/pubnub.ts';
import vendorPuppet from './vendors/puppet.ts';
import vendorPusher from './vendors/pusher.ts';
import vendorPushgateway from './vendors/pushgateway.ts';
import vendorPypi from './vendors/pypi.ts';
import vendorQbittorrent from './vendors/qbittorrent.ts';
import vendorQdrant from './vendors/qdrant.ts';
import vendorQnap from './vendors/qnap.ts';
import vendorQrator from './vendors/qrator.ts';
import vendorQualityClouds from './vendors/quality-clouds.ts';
import vendorQuay from './vendors/quay.ts';
import vendorQuickbooks from './vendors/quickbooks.ts';
import vendorQuicknodeAnkr from './vendors/quicknode-ankr.ts';
import vendorQuora from './vendors/quora.ts';
import vendorRabbitmq from './vendors/rabbitmq.ts';
import vendorRackAttack from './vendors/rack-attack.ts';
import vendorRackProtection from './vendors/rack-protection.ts';
import vendorRadicale from './vendors/radicale.ts';
import vendorRadware from './vendors/radware.ts';
import vendorRails from './vendors/rails.ts';
import vendorRancher from './vendors/rancher.ts';
import vendorRapidapi from './vendors/rapidapi.ts';
import vendorReadonlyrest from './vendors/readonlyrest.ts';
import vendorRealEstateEu from './vendors/real-estate-eu.ts';
import vendorRealtimeClouds from './vendors/realtime-clouds.ts';
import vendorReblaze from './vendors/reblaze.ts';
import vendorRecipeHosts from './vendors/recipe-hosts.ts';
import vendorReddit from './vendors/reddit.ts';
import vendorRedhatCdn from './vendors/redhat-cdn.ts';
import vendorRedmine from './vendors/redmine.ts';
import vendorRender from './vendors/render.ts';
import vendorReolink from './vendors/reolink.ts';
import vendorReplicate from './vendors/replicate.ts';
import vendorReportportal from './vendors/reportportal.ts';
import vendorResend from './vendors/resend.ts';
import vendorRetailSites from './vendors/retail-sites.ts';
import vendorReuters from './vendors/reuters.ts';
import vendorRing from './vendors/ring.ts';
import vendorRiot from './vendors/riot.ts';
import vendorRoblox from './vendors/roblox.ts';
import vendorRocketchat from './vendors/rocketchat.ts';
import vendorRollbar from './vendors/rollbar.ts';
import vendorRoundcube from './vendors/roundcube.ts';
import vendorRouter from './vendors/router.ts';
import vendorRubygems from './vendors/rubygems.ts';
import vendorRundeck from './vendors/rundeck.ts';
import vendorRunpod from './vendors/runpod.ts';
import vendorRunway from './vendors/runway.ts';
import vendorRustWeb from './vendors/rust-web.ts';
import vendorRutorrent from './vendors/rutorrent.ts';
import vendorRyanair from './vendors/ryanair.ts';
import vendorSabnzbd from './vendors/sabnzbd.ts';
import vendorSafeline from './vendors/safeline.ts';
import vendorSalesforce from './vendors/salesforce.ts';
import vendorSaml from './vendors/saml.ts';
import vendorSanity from './vendors/sanity.ts';
import vendorSapCloud from './vendors/sap-cloud.ts';
import vendorSapGateway from './vendors/sap-gateway.ts';
import vendorSbb from './vendors/sbb.ts';
import vendorScaleway from './vendors/scaleway.ts';
import vendorSeafile from './vendors/seafile.ts';
import vendorSearchClouds from './vendors/search-clouds.ts';
import vendorSecEdgar from './vendors/sec-edgar.ts';
import vendorSendgrid from './vendors/sendgrid.ts';
import vendorSentinelHub from './vendors/sentinel-hub.ts';
import vendorSentry from './vendors/sentry.ts';
import vendorServarr from './vendors/servarr.ts';
import vendorServicenow from './vendors/servicenow.ts';
import vendorSharedHosting from './vendors/shared-hosting.ts';
import vendorSharepoint from './vendors/sharepoint.ts';
import vendorShellyCloud from './vendors/shelly-cloud.ts';
import vendorShelly from './vendors/shelly.ts';
import vendorShieldSecurity from './vendors/shield-security.ts';
import vendorShipping from './vendors/shipping.ts';
import vendorShodanCensys from './vendors/shodan-censys.ts';
import vendorShopify from './vendors/shopify.ts';
import vendorShorteners from './vendors/shorteners.ts';
import vendorSiliconflow from './vendors/siliconflow.ts';
import vendorSkyscanner from './vendors/skyscanner.ts';
import vendorSlack from './vendors/slack.ts';
import vendorSmartcar from './vendors/smartcar.ts';
import vendorSmartsheet from './vendors/smartsheet.ts';
import vendorSmartthings from './vendors/smartthings.ts';
import vendorSmokescreen from './vendors/smokescreen.ts';
import vendorSmsServices from './vendors/sms-services.ts';
import vendorSnapchat from './vendors/snapchat.ts';
import vendorSncf from './vendors/sncf.ts';
import vendorSneakerSites from './vendors/sneaker-sites.ts';
import vendorSnipeIt from './vendors/snipe-it.ts';
import vendorSnowflake from './vendors/snowflake.ts';
import vendorSnyk from './vendors/snyk.ts';
import vendorSocketIo from './vendors/socket-io.ts';
import vendorSocrata from './vendors/socrata.ts';
import vendorSofascore from './vendors/sofascore.ts';
import vendorSolanaRpc from './vendors/solana-rpc.ts';
import vendorSolr from './vendors/solr.ts';
import vendorSonarqube from './vendors/sonarqube.ts';
import vendorSophos from './vendors/sophos.ts';
import vendorSoundcloud from './vendors/soundcloud.ts';
import vendorSparkpost from './vendors/sparkpost.ts';
import vendorSplunk from './vendors/splunk.ts';
import vendorSportradar from './vendors/sportradar.ts';
import vendorSpotify from './vendors/spotify.ts';
import vendorSpringActuator from './vendors/spring-actuator.ts';
import vendorSpringRepo from './vendors/spring-repo.ts';
import vendorSpringSecurity from './vendors/spring-security.ts';
import vendorSpringerNature from './vendors/springer-nature.ts';
import vendorSquare from './vendors/square.ts';
import vendorSquid from './vendors/squid.ts';
import vendorStabilityAi from './vendors/stability-ai.ts';
import vendorStackexchange from './vendors/stackexchange.ts';
import vendorStackpath from './vendors/stackpath.ts';
import vendorStatusMonitors from './vendors/status-monitors.ts';
import vendorSteam from './vendors/steam.ts';
import vendorStrapi from './vendors/strapi.ts';
import vendorStrava from './vendors/strava.ts';
import vendorStreamlit from './vendors/streamlit.ts';
import vendorStripe from './vendors/stripe.ts';
import vendorStruts from './vendors/struts.ts';
import vendorSubsonic from './vendors/subsonic.ts';
import vendorSubversion from './vendors/subversion.ts';
import vendorSucuri from './vendors/sucuri.ts';
import vendorSupabase from './vendors/supabase.ts';
import vendorSupercell from './vendors/supercell.ts';
import vendorSuperset from './vendors/superset.ts';
import vendorSuseRegistry from './vendors/suse-registry.ts';
import vendorSveltekit from './vendors/sveltekit.ts';
import vendorSymfony from './vendors/symfony.ts';
import vendorSyncthing from './vendors/syncthing.ts';
import vendorSynology from './vendors/synology.ts';
import vendorTado from './vendors/tado.ts';
import vendorTailscale from './vendors/tailscale.ts';
import vendorTaobao from './vendors/taobao.ts';
import vendorTasmota from './vendors/tasmota.ts';
import vendorTavily from './vendors/tavily.ts';
import vendorTeamcity from './vendors/teamcity.ts';
import vendorTelegram from './vendors/telegram.ts';
import vendorTelemetry from './vendors/telemetry.ts';
import vendorTencentCos from './vendors/tencent-cos.ts';
import vendorTerraformCloud from './vendors/terraform-cloud.ts';
import vendorTesla from './vendors/tesla.ts';
import vendorTfl from './vendors/tfl.ts';
import vendorThetvdb from './vendors/thetvdb.ts';
import vendorThreads from './vendors/threads.ts';
import vendorTicketSites from './vendors/ticket-sites.ts';
import vendorTicketmaster from './vendors/ticketmaster.ts';
import vendorTidal from './vendors/tidal.ts';
import vendorTiingo from './vendors/tiingo.ts';
import vendorTiktokCdn from './vendors/tiktok-cdn.ts';
import vendorTiktok from './vendors/tiktok.ts';
import vendorTinyproxy from './vendors/tinyproxy.ts';
import vendorTmdb from './vendors/tmdb.ts';
import vendorTogetherAi from './vendors/together-ai.ts';
import vendorTomcat from './vendors/tomcat.ts';
import vendorTomorrowIo from './vendors/tomorrow-io.ts';
import vendorTornado from './vendors/tornado.ts';
import vendorTorznab from './vendors/torznab.ts';
import vendorTrackers from './vendors/trackers.ts';
import vendorTrackingSites from './vendors/tracking-sites.ts';
import vendorTradingview from './vendors/tradingview.ts';
import vendorTraefik from './vendors/traefik.ts';
import vendorTrafiklab from './vendors/trafiklab.ts';
import vendorTrakt from './vendors/trakt.ts';
import vendorTransfermarkt from './vendors/transfermarkt.ts';
import vendorTransmission from './vendors/transmission.ts';
import vendorTravisCi from './vendors/travis-ci.ts';
import vendorTrello from './vendors/trello.ts';
import vendorTrino from './vendors/trino.ts';
import vendorTripadvisor from './vendors/tripadvisor.ts';
import vendorTruelayer from './vendors/truelayer.ts';
import vendorTruenas from './vendors/truenas.ts';
import vendorTumblr from './vendors/tumblr.ts';
import vendorTuya from './vendors/tuya.ts';
import vendorTwelvedata from './vendors/twelvedata.ts';
import vendorTwilio from './vendors/twilio.ts';
import vendorTwitchCdn from './vendors/twitch-cdn.ts';
import vendorTwitch from './vendors/twitch.ts';
import vendorTwitterWeb from './vendors/twitter-web.ts';
import vendorTwitterX from './vendors/twitter-x.ts';
import vendorTyk from './vendors/tyk.ts';
import vendorTypesense from './vendors/typesense.ts';
import vendorTypo3 from './vendors/typo3.ts';
import vendorUber from './vendors/uber.ts';
import vendorUndertow from './vendors/undertow.ts';
import vendorUnifi from './vendors/unifi.ts';
import vendorUnityRegistry from './vendors/unity-registry.ts';
import vendorUnleash from './vendors/unleash.ts';
import vendorUnsplash from './vendors/unsplash.ts';
import vendorUntangle from './vendors/untangle.ts';
import vendorUpbitBithumb from './vendors/upbit-bithumb.ts';
import vendorUptimeMonitors from './vendors/uptime-monitors.ts';
import vendorUsgs from './vendors/usgs.ts';
import vendorUspto from './vendors/uspto.ts';
import vendorVarnish from './vendors/varnish.ts';
import vendorVastAi from './vendors/vast-ai.ts';
import vendorVault from './vendors/vault.ts';
import vendorVaultwarden from './vendors/vaultwarden.ts';
import vendorVercel from './vendors/vercel.ts';
import vendorVerdaccio from './vendors/verdaccio.ts';
import vendorViber from './vendors/viber.ts';
import vendorVideoHosts from './vendors/video-hosts.ts';
import vendorVimeo from './vendors/vimeo.ts';
import vendorVirustotal from './vendors/virustotal.ts';
import vendorVisualCrossing from './vendors/visual-crossing.ts';
import vendorVite from './vendors/vite.ts';
import vendorVk from './vendors/vk.ts';
import vendorVmware from './vendors/vmware.ts';
import vendorVolcengine from './vendors/volcengine.ts';
import vendorVolkswagen from './vendors/volkswagen.ts';
import vendorVonage from './vendors/vonage.ts';
import vendorVoyageAi from './vendors/voyage-ai.ts';
import vendorVscodeMarketplace from './vendors/vscode-marketplace.ts';
import vendorVultr from './vendors/vultr.ts';
import vendorWallarm from './vendors/wallarm.ts';
import vendorWalmart from './vendors/walmart.ts';
import vendorWandb from './vendors/wandb.ts';
import vendorWargaming from './vendors/wargaming.ts';
import vendorWasabi from './vendors/wasabi.ts';
import vendorWatchguard from './vendors/watchguard.ts';
import vendorWazuh from './vendors/wazuh.ts';
import vendorWeatherGov from './vendors/weather-gov.ts';
import vendorWeatherapi from './vendors/weatherapi.ts';
import vendorWeaviate from './vendors/weaviate.ts';
import vendorWebFiles from './vendors/web-files.ts';
import vendorWebFolders from './vendors/web-folders.ts';
import vendorWebPush from './vendors/web-push.ts';
import vendorWebStatus from './vendors/web-status.ts';
import vendorWebdav from './vendors/webdav.ts';
import vendorWebex from './vendors/webex.ts';
import vendorWebflow from './vendors/webflow.ts';
import vendorWebhdfs from './vendors/webhdfs.ts';
import vendorWebknight from './vendors/webknight.ts';
import vendorWeblogic from './vendors/weblogic.ts';
import vendorWebmin from './vendors/webmin.ts';
import vendorWebpackDevServer from './vendors/webpack-dev-server.ts';
import vendorWebsocket from './vendors/websocket.ts';
import vendorWechatImages from './vendors/wechat-images.ts';
import vendorWechat from './vendors/wechat.ts';
import vendorWeiboImages from './vendors/weibo-images.ts';
import vendorWeibo from './vendors/weibo.ts';
import vendorWerkzeug from './vendors/werkzeug.ts';
import vendorWhatsappMedia from './vendors/whatsapp-media.ts';
import vendorWhoisDomain from './vendors/whois-domain.ts';
import vendorWhoop from './vendors/whoop.ts';
import vendorWhy403Guard from './vendors/why403-guard.ts';
import vendorWikimedia from './vendors/wikimedia.ts';
import vendorWiley from './vendors/wiley.ts';
import vendorWiseRevolut from './vendors/wise-revolut.ts';
import vendorWithings from './vendors/withings.ts';
import vendorWoocommerce from './vendors/woocommerce.ts';
import vendorWordfence from './vendors/wordfence.ts';
import vendorWordpressCom from './vendors/wordpress-com.ts';
import vendorWordpressFiles from './vendors/wordpress-files.ts';
import vendorWordpress from './vendors/wordpress.ts';
import vendorWorkspaceTools from './vendors/workspace-tools.ts';
import vendorWorldbankImf from './vendors/worldbank-imf.ts';
import vendorWsj from './vendors/wsj.ts';
import vendorWso2 from './vendors/wso2.ts';
import vendorWunderground from './vendors/wunderground.ts';
import vendorXai from './vendors/xai.ts';
import vendorXboxLive from './vendors/xbox-live.ts';
import vendorXero from './vendors/xero.ts';
import vendorXiaohongshu from './vendors/xiaohongshu.ts';
import vendorYahooFinance from './vendors/yahoo-finance.ts';
import vendorYandexCaptcha from './vendors/yandex-captcha.ts';
import vendorYandexDisk from './vendors/yandex-disk.ts';
import vendorYandex from './vendors/yandex.ts';
import vendorYellowpages from './vendors/yellowpages.ts';
import vendorYelpSite from './vendors/yelp-site.ts';
import vendorYelp from './vendors/yelp.ts';
import vendorYii from './vendors/yii.ts';
import vendorYoutube from './vendors/youtube.ts';
import vendorYundun from './vendors/yundun.ts';
import vendorZabbix from './vendors/zabbix.ts';
import vendorZendesk from './vendors/zendesk.ts';
import vendorZenodo from './vendors/zenodo.ts';
import vendorZhihuImages from './vendors/zhihu-images.ts';
import vendorZhihu from './vendors/zhihu.ts';
import vendorZhipu from './vendors/zhipu.ts';
import vendorZillow from './vendors/zillow.ts';
import vendorZimbra from './vendors/zimbra.ts';
import vendorZitadel from './vendors/zitadel.ts';
import vendorZoho from './vendors/zoho.ts';
import vendorZoom from './vendors/zoom.ts';
import vendorZscaler from './vendors/zscaler.ts';
import vendorZulip from './vendors/zulip.ts';

/** Every unit that judges. */
export const catalogue: Catalogue = {
  readers: [
    readerAllow,
    readerChallengePage,
    readerChallengeWords,
    readerChallenges,
    readerCors,
    readerCredentials,
    readerCsrf,
    readerHops,
    readerInside,
    readerJwt,
    readerLogin,
    readerMessages,
    readerOrigin,
    readerRateLimit,
    readerSignatures,
    readerStatus,
    readerUserAgent,
  ],
  vendors: [
    vendor3scale,
    vendorAbly,
    vendorAbuseCh,
    vendorAbuseipdb,
    vendorAccuweather,
    vendorAcme,
    vendorAcoustid,
    vendorAdNetworks,
    vendorAdguardHome,
    vendorAdminer,
    vendorAdsbExchange,
    vendorAdyen,
    vendorAiImageClouds,
    vendorAi21,
    vendorAirbnb,
    vendorAirflow,
    vendorAirplay,
    vendorAirtable,
    vendorAkamai,
    vendorAkamaiSites,
    vendorAlchemy,
    vendorAlephAlpha,
    vendorAlfresco,
    vendorAlgolia,
    vendorAlibabaOss,
    vendorAlibabaWaf,
    vendorAlicdn,
    vendorAliexpress,
    vendorAlpaca,
    vendorAlphaVantage,
    vendorAmadeus,
    vendorAmazonAds,
    vendorAmazonPaapi,
    vendorAmazonSite,
    vendorAmazonSpApi,
    vendorAnaconda,
    vendorAnidb,
    vendorAnilist,
    vendorAnthropic,
    vendorAnubis,
    vendorApache,
    vendorApacheTrafficServer,
    vendorApiUmbrella,
    vendorApigee,
    vendorApilayer,
    vendorApisix,
    vendorApolloServer,
    vendorApple,
    vendorAppwrite,
    vendorArangodb,
    vendorArchiveOrg,
    vendorArgocd,
    vendorArtifactory,
    vendorArtstation,
    vendorArxiv,
    vendorAsana,
    vendorAspnet,
    vendorAspnetcore,
    vendorAssemblyai,
    vendorAuth0,
    vendorAuthelia,
    vendorAuthentik,
    vendorAuthjs,
    vendorAutomation,
    vendorAwsApiGateway,
    vendorAwsAppsync,
    vendorAwsBedrock,
    vendorAwsCloudfront,
    vendorAwsCognito,
    vendorAwsEcr,
    vendorAwsElb,
    vendorAwsIam,
    vendorAwsLambdaUrl,
    vendorAwsOpensearch,
    vendorAwsS3,
    vendorAwsSes,
    vendorAwsSqsSns,
    vendorAwsSso,
    vendorAwsSts,
    vendorAwsWaf,
    vendorAxis,
    vendorAzureApim,
    vendorAzureAppService,
    vendorAzureApplicationGateway,
    vendorAzureContainerRegistry,
    vendorAzureCosmos,
    vendorAzureDevops,
    vendorAzureFrontDoor,
    vendorAzureFunctions,
    vendorAzureKeyVault,
    vendorAzureOpenai,
    vendorAzureResourceManager,
    vendorAzureServiceBus,
    vendorAzureStorage,
    vendorBackblazeB2,
    vendorBaiduAi,
    vendorBaiduImages,
    vendorBarracuda,
    vendorBattleNet,
    vendorBbc,
    vendorBet365,
    vendorBetterAuth,
    vendorBigcommerce,
    vendorBilibili,
    vendorBinance,
    vendorBingAds,
    vendorBingSearch,
    vendorBingSite,
    vendorBiorxiv,
    vendorBitbucket,
    vendorBitfinex,
    vendorBitgetMexc,
    vendorBitninja,
    vendorBlogServices,
    vendorBloomberg,
    vendorBluecoat,
    vendorBluesky,
    vendorBmw,
    vendorBokeh,
    vendorBookingCom,
    vendorBox,
    vendorBraintreeCheckout,
    vendorBraveSearch,
    vendorBrevo,
    vendorBuffalo,
    vendorBuildServices,
    vendorBunnycdn,
    vendorBybit,
    vendorCaddy,
    vendorCakephp,
    vendorCalibreWeb,
    vendorCampaignMail,
    vendorCanvasLms,
    vendorCaptchaServices,
    vendorCarSites,
    vendorCerebras,
    vendorChatgpt,
    vendorCheckPoint,
    vendorCherrypy,
    vendorChessCom,
    vendorChromeDevtools,
    vendorCircleci,
    vendorCiscoMeraki,
    vendorCiscoSecureWeb,
    vendorCitrixNetscaler,
    vendorCivitai,
    vendorCkan,
    vendorClaudeSite,
    vendorClerk,
    vendorClickhouse,
    vendorClickup,
    vendorCloudbric,
    vendorCloudflare,
    vendorCloudflareAccess,
    vendorCloudflareApi,
    vendorCloudflareR2,
    vendorCloudinary,
    vendorCockpit,
    vendorCocoapods,
    vendorCodecov,
    vendorCodeigniter,
    vendorCohere,
    vendorCoinbase,
    vendorCoingecko,
    vendorCoinmarketcap,
    vendorCometNeptune,
    vendorCompaniesHouse,
    vendorConanCenter,
    vendorConfluent,
    vendorCongressApi,
    vendorConnectClients,
    vendorConsul,
    vendorContentful,
    vendorContentkeeper,
    vendorCopernicusDataspace,
    vendorCorsAnywhere,
    vendorCouchdb,
    vendorCourtlistener,
    vendorCpanel,
    vendorCraigslist,
    vendorCranBioc,
    vendorCratesIo,
    vendorCrmSuites,
    vendorCrowdinTransifex,
    vendorCrowdsec,
    vendorCrunchyroll,
    vendorCsdn,
    vendorCsurf,
    vendorCups,
    vendorCurseforge,
    vendorDahua,
    vendorDailymotion,
    vendorDanbooru,
    vendorDash,
    vendorDashscope,
    vendorDataGovEu,
    vendorDatabricks,
    vendorDatadog,
    vendorDatadome,
    vendorDataverse,
    vendorDdosGuard,
    vendorDebrid,
    vendorDeepgram,
    vendorDeepl,
    vendorDeepseek,
    vendorDeezer,
    vendorDeluge,
    vendorDeribitBitmex,
    vendorDeutscheBahn,
    vendorDeviantart,
    vendorDigitalocean,
    vendorDingtalk,
    vendorDirectus,
    vendorDiscogs,
    vendorDiscord,
    vendorDiscourse,
    vendorDistil,
    vendorDjango,
    vendorDjangoRestFramework,
    vendorDnsProviders,
    vendorDockerEngine,
    vendorDockerHub,
    vendorDockerRegistry,
    vendorDockerSandboxes,
    vendorDocusign,
    vendorDokuwiki,
    vendorDomoticz,
    vendorDotdefender,
    vendorDotfiles,
    vendorDouban,
    vendorDouyin,
    vendorDropbox,
    vendorDrupal,
    vendorDspace,
    vendorDuckduckgo,
    vendorDuet,
    vendorDwd,
    vendorDynamics,
    vendorDynatrace,
    vendorDyndns,
    vendorE2guardian,
    vendorE621,
    vendorEaUbisoft,
    vendorEarthdata,
    vendorEbay,
    vendorEbaySite,
    vendorEbi,
    vendorEcho,
    vendorEcmwfCds,
    vendorEcobee,
    vendorEcommerceSuites,
    vendorEdgio,
    vendorEgressAllowlist,
    vendorElasticsearch,
    vendorElevenlabs,
    vendorElsevier,
    vendorEnphase,
    vendorEntra,
    vendorEnvoy,
    vendorEodhd,
    vendorEpicGames,
    vendorEsphome,
    vendorEspn,
    vendorEthereumNode,
    vendorEtherscan,
    vendorEtsy,
    vendorEtsySite,
    vendorEventbrite,
    vendorExchange,
    vendorExpedia,
    vendorExpressAuth,
    vendorF5BigIp,
    vendorFacebookGraph,
    vendorFacebookWeb,
    vendorFaceit,
    vendorFastapi,
    vendorFastify,
    vendorFastly,
    vendorFeatureFlags,
    vendorFedex,
    vendorFeishu,
    vendorFictionSites,
    vendorFigma,
    vendorFileHosters,
    vendorFilmBookSites,
    vendorFinancialmodelingprep,
    vendorFinnhub,
    vendorFirebase,
    vendorFireworksAi,
    vendorFitbit,
    vendorFlaskSecurity,
    vendorFlaskWtf,
    vendorFlickr,
    vendorFlightaware,
    vendorFlightradar24,
    vendorFlyIo,
    vendorFoodDelivery,
    vendorFootballData,
    vendorForcepoint,
    vendorFormServices,
    vendorFortigate,
    vendorFortinetFortiweb,
    vendorFrappe,
    vendorFred,
    vendorFreshdesk,
    vendorFrigate,
    vendorFritzbox,
    vendorFusionauth,
    vendorG2Capterra,
    vendorGarmin,
    vendorGateIo,
    vendorGbifInat,
    vendorGcore,
    vendorGelbooru,
    vendorGenius,
    vendorGerrit,
    vendorGhost,
    vendorGinJwt,
    vendorGitHttpBackend,
    vendorGitea,
    vendorGithub,
    vendorGithubContainerRegistry,
    vendorGithubCopilot,
    vendorGithubGit,
    vendorGithubPages,
    vendorGithubRaw,
    vendorGitlab,
    vendorGnews,
    vendorGoNetHttp,
    vendorGoProxy,
    vendorGodaddy,
    vendorGogItch,
    vendorGoogleAds,
    vendorGoogleBooks,
    vendorGoogleCloud,
    vendorGoogleCloudStorage,
    vendorGoogleDriveDownload,
    vendorGoogleFrontend,
    vendorGoogleGemini,
    vendorGoogleMaps,
    vendorGoogleMaven,
    vendorGoogleMicrosoftRegistries,
    vendorGoogleNest,
    vendorGoogleOauth,
    vendorGooglePhotosCdn,
    vendorGooglePlay,
    vendorGoogleScholar,
    vendorGoogleSearchAnalytics,
    vendorGoogleWorkspace,
    vendorGorillaCsrf,
    vendorGotify,
    vendorGovSites,
    vendorGovee,
    vendorGradio,
    vendorGradlePlugins,
    vendorGrafana,
    vendorGraphql,
    vendorGravitee,
    vendorGraylog,
    vendorGroq,
    vendorGrpc,
    vendorGuacamole,
    vendorGuardian,
    vendorGunicorn,
    vendorHackernews,
    vendorHaproxy,
    vendorHarbor,
    vendorHasura,
    vendorHathitrust,
    vendorHaveibeenpwned,
    vendorHelpdesks,
    vendorHere,
    vendorHeroku,
    vendorHetzner,
    vendorHexPm,
    vendorHikvision,
    vendorHmrc,
    vendorHomeAssistant,
    vendorHomeConnect,
    vendorHono,
    vendorHrSuites,
    vendorHttpHooks,
    vendorHttpLogin,
    vendorHttpMethods,
    vendorHttpPlaces,
    vendorHttpSys,
    vendorHuaweiQiniu,
    vendorHubspot,
    vendorHuggingface,
    vendorHyperliquidDydx,
    vendorHypixel,
    vendorHyundaiKia,
    vendorIbmCloud,
    vendorIboss,
    vendorIcecast,
    vendorIcinga,
    vendorIdentityserver,
    vendorIeeeAcm,
    vendorIexCloud,
    vendorIfttt,
    vendorIgdb,
    vendorIis,
    vendorImgur,
    vendorImmich,
    vendorImperva,
    vendorImunify360,
    vendorIndeed,
    vendorInfluxdb,
    vendorInfura,
    vendorInstagram,
    vendorIntercom,
    vendorInvestingCom,
    vendorIpLookup,
    vendorIpfsGateways,
    vendorIptv,
    vendorJavaMicro,
    vendorJcenter,
    vendorJd,
    vendorJenkins,
    vendorJetbrains,
    vendorJetty,
    vendorJianshu,
    vendorJina,
    vendorJiraAtlassian,
    vendorJitpack,
    vendorJolokia,
    vendorJoomla,
    vendorJsdelivrUnpkg,
    vendorJstor,
    vendorJupyter,
    vendorKaggle,
    vendorKakao,
    vendorKasada,
    vendorKeratinAuthn,
    vendorKerioControl,
    vendorKeycdn,
    vendorKeycloak,
    vendorKeystone,
    vendorKlarnaRazorpay,
    vendorKlaviyo,
    vendorKodi,
    vendorKong,
    vendorKraken,
    vendorKrakend,
    vendorKubernetes,
    vendorKucoin,
    vendorLangfuse,
    vendorLangsmith,
    vendorLaravel,
    vendorLastfm,
    vendorLemmy,
    vendorLichess,
    vendorLighttpd,
    vendorLine,
    vendorLinear,
    vendorLinkedin,
    vendorLinkerd,
    vendorLinode,
    vendorLinuxMirrors,
    vendorLitellm,
    vendorLitespeed,
    vendorLitestar,
    vendorLogClouds,
    vendorLyft,
    vendorMagento,
    vendorMailServices,
    vendorMailchimp,
    vendorMailgun,
    vendorMailjet,
    vendorMangadex,
    vendorMapbox,
    vendorMarinetraffic,
    vendorMarketplacesEu,
    vendorMashery,
    vendorMastodon,
    vendorMatomo,
    vendorMatrixSynapse,
    vendorMattermost,
    vendorMavenCentral,
    vendorMcafeeWebGateway,
    vendorMcpServers,
    vendorMediaMetadata,
    vendorMediastack,
    vendorMediawiki,
    vendorMedium,
    vendorMeetup,
    vendorMeilisearch,
    vendorMercadoLibre,
    vendorMercedesBenz,
    vendorMeross,
    vendorMetNorway,
    vendorMetabase,
    vendorMicrosoftGraph,
    vendorMidjourneyCdn,
    vendorMikrotik,
    vendorMinecraftPanels,
    vendorMinimax,
    vendorMinio,
    vendorMisp,
    vendorMisskey,
    vendorMistral,
    vendorMlflow,
    vendorModal,
    vendorModrinth,
    vendorModsecurity,
    vendorMollie,
    vendorMonday,
    vendorMongodbAtlas,
    vendorMoodle,
    vendorMoonraker,
    vendorMoonshot,
    vendorMusicbrainz,
    vendorMyanimelist,
    vendorN8n,
    vendorNacos,
    vendorNamecheap,
    vendorNasaData,
    vendorNasdaqDataLink,
    vendorNasdaqSite,
    vendorNaver,
    vendorNaxsi,
    vendorNba,
    vendorNcbi,
    vendorNegotiate,
    vendorNeo4j,
    vendorNeon,
    vendorNestjs,
    vendorNetatmo,
    vendorNetbox,
    vendorNetdata,
    vendorNeteaseMusic,
    vendorNetflix,
    vendorNetlify,
    vendorNetsweeper,
    vendorNewrelic,
    vendorNewsapi,
    vendorNextcloud,
    vendorNextjs,
    vendorNexus,
    vendorNexusmods,
    vendorNginx,
    vendorNhentai,
    vendorNintendo,
    vendorNoaa,
    vendorNodeRed,
    vendorNomad,
    vendorNotion,
    vendorNovita,
    vendorNpm,
    vendorNtfy,
    vendorNuget,
    vendorNuxtCsurf,
    vendorNvd,
    vendorNvidiaDownloads,
    vendorNvidiaNim,
    vendorNytimes,
    vendorNzbIndexers,
    vendorNzbget,
    vendorOauthBearer,
    vendorOauth2Proxy,
    vendorObjectStorages,
    vendorOctoprint,
    vendorOctopusDeploy,
    vendorOdoo,
    vendorOkta,
    vendorOkx,
    vendorOllama,
    vendorOmdb,
    vendorOneApi,
    vendorOnelogin,
    vendorOnesignal,
    vendorOnvif,
    vendorOpenMeteo,
    vendorOpenWebui,
    vendorOpenai,
    vendorOpenaiCompatible,
    vendorOpenalex,
    vendorOpenhab,
    vendorOpenproject,
    vendorOpenresty,
    vendorOpenrouter,
    vendorOpensea,
    vendorOpensky,
    vendorOpenstack,
    vendorOpensubtitles,
    vendorOpenweathermap,
    vendorOpenwrt,
    vendorOpnsense,
    vendorOracleCloud,
    vendorOracleDownloads,
    vendorOracleSaas,
    vendorOry,
    vendorOsm,
    vendorOura,
    vendorOverseerr,
    vendorOvh,
    vendorPackagist,
    vendorPagerduty,
    vendorPagesHosts,
    vendorPaloAlto,
    vendorPangolin,
    vendorPaperless,
    vendorParseServer,
    vendorPassenger,
    vendorPastebins,
    vendorPatreon,
    vendorPaypal,
    vendorPerimeterx,
    vendorPerplexity,
    vendorPfsenseSquidguard,
    vendorPhabricator,
    vendorPhilipsHue,
    vendorPhoenix,
    vendorPhpFpm,
    vendorPhpbb,
    vendorPhpmyadmin,
    vendorPihole,
    vendorPinecone,
    vendorPing,
    vendorPinterest,
    vendorPinterestImages,
    vendorPipedrive,
    vendorPixiv,
    vendorPlaid,
    vendorPlanet,
    vendorPlanetscaleTurso,
    vendorPlay,
    vendorPlaystation,
    vendorPlesk,
    vendorPlex,
    vendorPocketbase,
    vendorPolar,
    vendorPolygonIo,
    vendorPomerium,
    vendorPortainer,
    vendorPostgrest,
    vendorPosthog,
    vendorPostman,
    vendorPostmark,
    vendorPowerBi,
    vendorPrestashop,
    vendorPrivoxy,
    vendorProductAnalytics,
    vendorPrometheus,
    vendorProxmox,
    vendorProxyServices,
    vendorPublishers,
    vendorPubnub,
    vendorPuppet,
    vendorPusher,
    vendorPushgateway,
    vendorPypi,
    vendorQbittorrent,
    vendorQdrant,
    vendorQnap,
    vendorQrator,
    vendorQualityClouds,
    vendorQuay,
    vendorQuickbooks,
    vendorQuicknodeAnkr,
    vendorQuora,
    vendorRabbitmq,
    vendorRackAttack,
    vendorRackProtection,
    vendorRadicale,
    vendorRadware,
    vendorRails,
    vendorRancher,
    vendorRapidapi,
    vendorReadonlyrest,
    vendorRealEstateEu,
    vendorRealtimeClouds,
    vendorReblaze,
    vendorRecipeHosts,
    vendorReddit,
    vendorRedhatCdn,
    vendorRedmine,
    vendorRender,
    vendorReolink,
    vendorReplicate,
    vendorReportportal,
    vendorResend,
    vendorRetailSites,
    vendorReuters,
    vendorRing,
    vendorRiot,
    vendorRoblox,
    vendorRocketchat,
    vendorRollbar,
    vendorRoundcube,
    vendorRouter,
    vendorRubygems,
    vendorRundeck,
    vendorRunpod,
    vendorRunway,
    vendorRustWeb,
    vendorRutorrent,
    vendorRyanair,
    vendorSabnzbd,
    vendorSafeline,
    vendorSalesforce,
    vendorSaml,
    vendorSanity,
    vendorSapCloud,
    vendorSapGateway,
    vendorSbb,
    vendorScaleway,
    vendorSeafile,
    vendorSearchClouds,
    vendorSecEdgar,
    vendorSendgrid,
    vendorSentinelHub,
    vendorSentry,
    vendorServarr,
    vendorServicenow,
    vendorSharedHosting,
    vendorSharepoint,
    vendorShelly,
    vendorShellyCloud,
    vendorShieldSecurity,
    vendorShipping,
    vendorShodanCensys,
    vendorShopify,
    vendorShorteners,
    vendorSiliconflow,
    vendorSkyscanner,
    vendorSlack,
    vendorSmartcar,
    vendorSmartsheet,
    vendorSmartthings,
    vendorSmokescreen,
    vendorSmsServices,
    vendorSnapchat,
    vendorSncf,
    vendorSneakerSites,
    vendorSnipeIt,
    vendorSnowflake,
    vendorSnyk,
    vendorSocketIo,
    vendorSocrata,
    vendorSofascore,
    vendorSolanaRpc,
    vendorSolr,
    vendorSonarqube,
    vendorSophos,
    vendorSoundcloud,
    vendorSparkpost,
    vendorSplunk,
    vendorSportradar,
    vendorSpotify,
    vendorSpringActuator,
    vendorSpringRepo,
    vendorSpringSecurity,
    vendorSpringerNature,
    vendorSquare,
    vendorSquid,
    vendorStabilityAi,
    vendorStackexchange,
    vendorStackpath,
    vendorStatusMonitors,
    vendorSteam,
    vendorStrapi,
    vendorStrava,
    vendorStreamlit,
    vendorStripe,
    vendorStruts,
    vendorSubsonic,
    vendorSubversion,
    vendorSucuri,
    vendorSupabase,
    vendorSupercell,
    vendorSuperset,
    vendorSuseRegistry,
    vendorSveltekit,
    vendorSymfony,
    vendorSyncthing,
    vendorSynology,
    vendorTado,
    vendorTailscale,
    vendorTaobao,
    vendorTasmota,
    vendorTavily,
    vendorTeamcity,
    vendorTelegram,
    vendorTelemetry,
    vendorTencentCos,
    vendorTerraformCloud,
    vendorTesla,
    vendorTfl,
    vendorThetvdb,
    vendorThreads,
    vendorTicketSites,
    vendorTicketmaster,
    vendorTidal,
    vendorTiingo,
    vendorTiktok,
    vendorTiktokCdn,
    vendorTinyproxy,
    vendorTmdb,
    vendorTogetherAi,
    vendorTomcat,
    vendorTomorrowIo,
    vendorTornado,
    vendorTorznab,
    vendorTrackers,
    vendorTrackingSites,
    vendorTradingview,
    vendorTraefik,
    vendorTrafiklab,
    vendorTrakt,
    vendorTransfermarkt,
    vendorTransmission,
    vendorTravisCi,
    vendorTrello,
    vendorTrino,
    vendorTripadvisor,
    vendorTruelayer,
    vendorTruenas,
    vendorTumblr,
    vendorTuya,
    vendorTwelvedata,
    vendorTwilio,
    vendorTwitch,
    vendorTwitchCdn,
    vendorTwitterWeb,
    vendorTwitterX,
    vendorTyk,
    vendorTypesense,
    vendorTypo3,
    vendorUber,
    vendorUndertow,
    vendorUnifi,
    vendorUnityRegistry,
    vendorUnleash,
    vendorUnsplash,
    vendorUntangle,
    vendorUpbitBithumb,
    vendorUptimeMonitors,
    vendorUsgs,
    vendorUspto,
    vendorVarnish,
    vendorVastAi,
    vendorVault,
    vendorVaultwarden,
    vendorVercel,
    vendorVerdaccio,
    vendorViber,
    vendorVideoHosts,
    vendorVimeo,
    vendorVirustotal,
    vendorVisualCrossing,
    vendorVite,
    vendorVk,
    vendorVmware,
    vendorVolcengine,
    vendorVolkswagen,
    vendorVonage,
    vendorVoyageAi,
    vendorVscodeMarketplace,
    vendorVultr,
    vendorWallarm,
    vendorWalmart,
    vendorWandb,
    vendorWargaming,
    vendorWasabi,
    vendorWatchguard,
    vendorWazuh,
    vendorWeatherGov,
    vendorWeatherapi,
    vendorWeaviate,
    vendorWebFiles,
    vendorWebFolders,
    vendorWebPush,
    vendorWebStatus,
    vendorWebdav,
    vendorWebex,
    vendorWebflow,
    vendorWebhdfs,
    vendorWebknight,
    vendorWeblogic,
    vendorWebmin,
    vendorWebpackDevServer,
    vendorWebsocket,
    vendorWechat,
    vendorWechatImages,
    vendorWeibo,
    vendorWeiboImages,
    vendorWerkzeug,
    vendorWhatsappMedia,
    vendorWhoisDomain,
    vendorWhoop,
    vendorWhy403Guard,
    vendorWikimedia,
    vendorWiley,
    vendorWiseRevolut,
    vendorWithings,
    vendorWoocommerce,
    vendorWordfence,
    vendorWordpress,
    vendorWordpressCom,
    vendorWordpressFiles,
    vendorWorkspaceTools,
    vendorWorldbankImf,
    vendorWsj,
    vendorWso2,
    vendorWunderground,
    vendorXai,
    vendorXboxLive,
    vendorXero,
    vendorXiaohongshu,
    vendorYahooFinance,
    vendorYandex,
    vendorYandexCaptcha,
    vendorYandexDisk,
    vendorYellowpages,
    vendorYelp,
    vendorYelpSite,
    vendorYii,
    vendorYoutube,
    vendorYundun,
    vendorZabbix,
    vendorZendesk,
    vendorZenodo,
    vendorZhihu,
    vendorZhihuImages,
    vendorZhipu,
    vendorZillow,
    vendorZimbra,
    vendorZitadel,
    vendorZoho,
    vendorZoom,
    vendorZscaler,
    vendorZulip,
  ],
  causes: [
    causeClientRefused,
    causeContentRejected,
    causeCredentialsExpired,
    causeCredentialsInvalid,
    causeCredentialsMalformed,
    causeCredentialsMissing,
    causeCsrfInvalid,
    causeCsrfMissing,
    causeDirectoryListing,
    causeFeatureUnavailable,
    causeFilePermissions,
    causeHostRejected,
    causeIpRefused,
    causeMethodRefused,
    causeNot403,
    causeNotOwner,
    causeObjectHidden,
    causeOriginRejected,
    causePolicyDenied,
    causeProxyRefused,
    causeRateLimited,
    causeRoleMissing,
    causeScopeInsufficient,
    causeServerRule,
    causeStepUpRequired,
    causeTlsRequired,
  ],
  experiments: [
    experimentAfterAWait,
    experimentBrokenCredentials,
    experimentBrowserHeaders,
    experimentCredentialForm,
    experimentFewerCookies,
    experimentForwardedHeaders,
    experimentFreshCsrf,
    experimentHttpVersion,
    experimentIpVersion,
    experimentNeutralContent,
    experimentNoCredentials,
    experimentOneCookie,
    experimentOtherCredential,
    experimentRequestOrigin,
    experimentResourceMetadata,
    experimentSafeMethod,
    experimentSiblingPath,
    experimentSiteRoot,
    experimentSlash,
    experimentTlsVersion,
    experimentWhoAmI,
    experimentWithoutProxy,
  ],
};
