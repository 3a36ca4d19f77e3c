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
import vendorAdyen from './vendors/adyen.ts';
import vendorAirtable from './vendors/airtable.ts';
import vendorAkamai from './vendors/akamai.ts';
import vendorAlgolia from './vendors/algolia.ts';
import vendorAlibabaOss from './vendors/alibaba-oss.ts';
import vendorAlibabaWaf from './vendors/alibaba-waf.ts';
import vendorAmazonSpApi from './vendors/amazon-sp-api.ts';
import vendorAnthropic from './vendors/anthropic.ts';
import vendorAnubis from './vendors/anubis.ts';
import vendorApache from './vendors/apache.ts';
import vendorApolloServer from './vendors/apollo-server.ts';
import vendorArxiv from './vendors/arxiv.ts';
import vendorAsana from './vendors/asana.ts';
import vendorAspnet from './vendors/aspnet.ts';
import vendorAspnetcore from './vendors/aspnetcore.ts';
import vendorAuth0 from './vendors/auth0.ts';
import vendorAuthjs from './vendors/authjs.ts';
import vendorAwsApiGateway from './vendors/aws-api-gateway.ts';
import vendorAwsBedrock from './vendors/aws-bedrock.ts';
import vendorAwsCloudfront from './vendors/aws-cloudfront.ts';
import vendorAwsCognito from './vendors/aws-cognito.ts';
import vendorAwsEcr from './vendors/aws-ecr.ts';
import vendorAwsElb from './vendors/aws-elb.ts';
import vendorAwsIam from './vendors/aws-iam.ts';
import vendorAwsLambdaUrl from './vendors/aws-lambda-url.ts';
import vendorAwsOpensearch from './vendors/aws-opensearch.ts';
import vendorAwsS3 from './vendors/aws-s3.ts';
import vendorAwsSqsSns from './vendors/aws-sqs-sns.ts';
import vendorAwsSts from './vendors/aws-sts.ts';
import vendorAwsWaf from './vendors/aws-waf.ts';
import vendorAzureApim from './vendors/azure-apim.ts';
import vendorAzureAppService from './vendors/azure-app-service.ts';
import vendorAzureApplicationGateway from './vendors/azure-application-gateway.ts';
import vendorAzureCosmos from './vendors/azure-cosmos.ts';
import vendorAzureDevops from './vendors/azure-devops.ts';
import vendorAzureFrontDoor from './vendors/azure-front-door.ts';
import vendorAzureFunctions from './vendors/azure-functions.ts';
import vendorAzureKeyVault from './vendors/azure-key-vault.ts';
import vendorAzureOpenai from './vendors/azure-openai.ts';
import vendorAzureResourceManager from './vendors/azure-resource-manager.ts';
import vendorAzureStorage from './vendors/azure-storage.ts';
import vendorBackblazeB2 from './vendors/backblaze-b2.ts';
import vendorBarracuda from './vendors/barracuda.ts';
import vendorBitninja from './vendors/bitninja.ts';
import vendorBox from './vendors/box.ts';
import vendorBuffalo from './vendors/buffalo.ts';
import vendorBunnycdn from './vendors/bunnycdn.ts';
import vendorCaddy from './vendors/caddy.ts';
import vendorCakephp from './vendors/cakephp.ts';
import vendorCherrypy from './vendors/cherrypy.ts';
import vendorCitrixNetscaler from './vendors/citrix-netscaler.ts';
import vendorClerk from './vendors/clerk.ts';
import vendorCloudbric from './vendors/cloudbric.ts';
import vendorCloudflareAccess from './vendors/cloudflare-access.ts';
import vendorCloudflareApi from './vendors/cloudflare-api.ts';
import vendorCloudflareR2 from './vendors/cloudflare-r2.ts';
import vendorCloudflare from './vendors/cloudflare.ts';
import vendorCodeigniter from './vendors/codeigniter.ts';
import vendorCohere from './vendors/cohere.ts';
import vendorContentful from './vendors/contentful.ts';
import vendorCrowdsec from './vendors/crowdsec.ts';
import vendorCsurf from './vendors/csurf.ts';
import vendorDatadog from './vendors/datadog.ts';
import vendorDatadome from './vendors/datadome.ts';
import vendorDdosGuard from './vendors/ddos-guard.ts';
import vendorDigitalocean from './vendors/digitalocean.ts';
import vendorDirectus from './vendors/directus.ts';
import vendorDiscord from './vendors/discord.ts';
import vendorDistil from './vendors/distil.ts';
import vendorDjangoRestFramework from './vendors/django-rest-framework.ts';
import vendorDjango from './vendors/django.ts';
import vendorDotdefender from './vendors/dotdefender.ts';
import vendorDropbox from './vendors/dropbox.ts';
import vendorDrupal from './vendors/drupal.ts';
import vendorEbay from './vendors/ebay.ts';
import vendorEcho from './vendors/echo.ts';
import vendorEdgio from './vendors/edgio.ts';
import vendorEntra from './vendors/entra.ts';
import vendorEtsy from './vendors/etsy.ts';
import vendorExpressAuth from './vendors/express-auth.ts';
import vendorF5BigIp from './vendors/f5-big-ip.ts';
import vendorFacebookGraph from './vendors/facebook-graph.ts';
import vendorFastapi from './vendors/fastapi.ts';
import vendorFastify from './vendors/fastify.ts';
import vendorFastly from './vendors/fastly.ts';
import vendorFirebase from './vendors/firebase.ts';
import vendorFlaskSecurity from './vendors/flask-security.ts';
import vendorFlaskWtf from './vendors/flask-wtf.ts';
import vendorFlickr from './vendors/flickr.ts';
import vendorFlyIo from './vendors/fly-io.ts';
import vendorFortinetFortiweb from './vendors/fortinet-fortiweb.ts';
import vendorFusionauth from './vendors/fusionauth.ts';
import vendorGcore from './vendors/gcore.ts';
import vendorGinJwt from './vendors/gin-jwt.ts';
import vendorGithubPages from './vendors/github-pages.ts';
import vendorGithub from './vendors/github.ts';
import vendorGoogleCloudStorage from './vendors/google-cloud-storage.ts';
import vendorGoogleCloud from './vendors/google-cloud.ts';
import vendorGoogleFrontend from './vendors/google-frontend.ts';
import vendorGoogleMaps from './vendors/google-maps.ts';
import vendorGoogleOauth from './vendors/google-oauth.ts';
import vendorGoogleWorkspace from './vendors/google-workspace.ts';
import vendorGorillaCsrf from './vendors/gorilla-csrf.ts';
import vendorGrafana from './vendors/grafana.ts';
import vendorGroq from './vendors/groq.ts';
import vendorGunicorn from './vendors/gunicorn.ts';
import vendorHasura from './vendors/hasura.ts';
import vendorHeroku from './vendors/heroku.ts';
import vendorHetzner from './vendors/hetzner.ts';
import vendorHono from './vendors/hono.ts';
import vendorHttpSys from './vendors/http-sys.ts';
import vendorHubspot from './vendors/hubspot.ts';
import vendorIbmCloud from './vendors/ibm-cloud.ts';
import vendorIis from './vendors/iis.ts';
import vendorImgur from './vendors/imgur.ts';
import vendorImperva from './vendors/imperva.ts';
import vendorImunify360 from './vendors/imunify360.ts';
import vendorInstagram from './vendors/instagram.ts';
import vendorJavaMicro from './vendors/java-micro.ts';
import vendorJetty from './vendors/jetty.ts';
import vendorJiraAtlassian from './vendors/jira-atlassian.ts';
import vendorJoomla from './vendors/joomla.ts';
import vendorJupyter from './vendors/jupyter.ts';
import vendorKasada from './vendors/kasada.ts';
import vendorKeycdn from './vendors/keycdn.ts';
import vendorKeycloak from './vendors/keycloak.ts';
import vendorKeystone from './vendors/keystone.ts';
import vendorLaravel from './vendors/laravel.ts';
import vendorLighttpd from './vendors/lighttpd.ts';
import vendorLinear from './vendors/linear.ts';
import vendorLinkedin from './vendors/linkedin.ts';
import vendorLinode from './vendors/linode.ts';
import vendorLitespeed from './vendors/litespeed.ts';
import vendorMagento from './vendors/magento.ts';
import vendorMailchimp from './vendors/mailchimp.ts';
import vendorMailgun from './vendors/mailgun.ts';
import vendorMicrosoftGraph from './vendors/microsoft-graph.ts';
import vendorMinio from './vendors/minio.ts';
import vendorModsecurity from './vendors/modsecurity.ts';
import vendorNaxsi from './vendors/naxsi.ts';
import vendorNcbi from './vendors/ncbi.ts';
import vendorNeon from './vendors/neon.ts';
import vendorNestjs from './vendors/nestjs.ts';
import vendorNetlify from './vendors/netlify.ts';
import vendorNewrelic from './vendors/newrelic.ts';
import vendorNextjs from './vendors/nextjs.ts';
import vendorNginx from './vendors/nginx.ts';
import vendorNotion from './vendors/notion.ts';
import vendorOauthBearer from './vendors/oauth-bearer.ts';
import vendorOkta from './vendors/okta.ts';
import vendorOllama from './vendors/ollama.ts';
import vendorOnelogin from './vendors/onelogin.ts';
import vendorOpenai from './vendors/openai.ts';
import vendorOpenresty from './vendors/openresty.ts';
import vendorOpenrouter from './vendors/openrouter.ts';
import vendorOpenstack from './vendors/openstack.ts';
import vendorOracleCloud from './vendors/oracle-cloud.ts';
import vendorOry from './vendors/ory.ts';
import vendorOsm from './vendors/osm.ts';
import vendorPagerduty from './vendors/pagerduty.ts';
import vendorPassenger from './vendors/passenger.ts';
import vendorPaypal from './vendors/paypal.ts';
import vendorPerimeterx from './vendors/perimeterx.ts';
import vendorPhoenix from './vendors/phoenix.ts';
import vendorPing from './vendors/ping.ts';
import vendorPinterest from './vendors/pinterest.ts';
import vendorPixiv from './vendors/pixiv.ts';
import vendorPlay from './vendors/play.ts';
import vendorPostgrest from './vendors/postgrest.ts';
import vendorPostmark from './vendors/postmark.ts';
import vendorPrestashop from './vendors/prestashop.ts';
import vendorQrator from './vendors/qrator.ts';
import vendorRackAttack from './vendors/rack-attack.ts';
import vendorRackProtection from './vendors/rack-protection.ts';
import vendorRadware from './vendors/radware.ts';
import vendorRails from './vendors/rails.ts';
import vendorReblaze from './vendors/reblaze.ts';
import vendorReddit from './vendors/reddit.ts';
import vendorRender from './vendors/render.ts';
import vendorRiot from './vendors/riot.ts';
import vendorRoblox from './vendors/roblox.ts';
import vendorRustWeb from './vendors/rust-web.ts';
import vendorSafeline from './vendors/safeline.ts';
import vendorSalesforce from './vendors/salesforce.ts';
import vendorSecEdgar from './vendors/sec-edgar.ts';
import vendorSendgrid from './vendors/sendgrid.ts';
import vendorSentry from './vendors/sentry.ts';
import vendorSharepoint from './vendors/sharepoint.ts';
import vendorShieldSecurity from './vendors/shield-security.ts';
import vendorShopify from './vendors/shopify.ts';
import vendorSlack from './vendors/slack.ts';
import vendorSpotify from './vendors/spotify.ts';
import vendorSpringSecurity from './vendors/spring-security.ts';
import vendorSquare from './vendors/square.ts';
import vendorStackpath from './vendors/stackpath.ts';
import vendorSteam from './vendors/steam.ts';
import vendorStrapi from './vendors/strapi.ts';
import vendorStripe from './vendors/stripe.ts';
import vendorStruts from './vendors/struts.ts';
import vendorSucuri from './vendors/sucuri.ts';
import vendorSupabase from './vendors/supabase.ts';
import vendorSveltekit from './vendors/sveltekit.ts';
import vendorSymfony from './vendors/symfony.ts';
import vendorTelegram from './vendors/telegram.ts';
import vendorTencentCos from './vendors/tencent-cos.ts';
import vendorTiktok from './vendors/tiktok.ts';
import vendorTomcat from './vendors/tomcat.ts';
import vendorTornado from './vendors/tornado.ts';
import vendorTrello from './vendors/trello.ts';
import vendorTwilio from './vendors/twilio.ts';
import vendorTwitch from './vendors/twitch.ts';
import vendorTwitterX from './vendors/twitter-x.ts';
import vendorTypo3 from './vendors/typo3.ts';
import vendorUndertow from './vendors/undertow.ts';
import vendorVercel from './vendors/vercel.ts';
import vendorVite from './vendors/vite.ts';
import vendorVultr from './vendors/vultr.ts';
import vendorWallarm from './vendors/wallarm.ts';
import vendorWasabi from './vendors/wasabi.ts';
import vendorWebex from './vendors/webex.ts';
import vendorWebknight from './vendors/webknight.ts';
import vendorWeblogic from './vendors/weblogic.ts';
import vendorWebpackDevServer from './vendors/webpack-dev-server.ts';
import vendorWerkzeug from './vendors/werkzeug.ts';
import vendorWikimedia from './vendors/wikimedia.ts';
import vendorWordfence from './vendors/wordfence.ts';
import vendorWordpress from './vendors/wordpress.ts';
import vendorXai from './vendors/xai.ts';
import vendorYandexCaptcha from './vendors/yandex-captcha.ts';
import vendorYii from './vendors/yii.ts';
import vendorYoutube from './vendors/youtube.ts';
import vendorYundun from './vendors/yundun.ts';
import vendorZendesk from './vendors/zendesk.ts';
import vendorZitadel from './vendors/zitadel.ts';
import vendorZoom from './vendors/zoom.ts';

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
    vendorAdyen,
    vendorAirtable,
    vendorAkamai,
    vendorAlgolia,
    vendorAlibabaOss,
    vendorAlibabaWaf,
    vendorAmazonSpApi,
    vendorAnthropic,
    vendorAnubis,
    vendorApache,
    vendorApolloServer,
    vendorArxiv,
    vendorAsana,
    vendorAspnet,
    vendorAspnetcore,
    vendorAuth0,
    vendorAuthjs,
    vendorAwsApiGateway,
    vendorAwsBedrock,
    vendorAwsCloudfront,
    vendorAwsCognito,
    vendorAwsEcr,
    vendorAwsElb,
    vendorAwsIam,
    vendorAwsLambdaUrl,
    vendorAwsOpensearch,
    vendorAwsS3,
    vendorAwsSqsSns,
    vendorAwsSts,
    vendorAwsWaf,
    vendorAzureApim,
    vendorAzureAppService,
    vendorAzureApplicationGateway,
    vendorAzureCosmos,
    vendorAzureDevops,
    vendorAzureFrontDoor,
    vendorAzureFunctions,
    vendorAzureKeyVault,
    vendorAzureOpenai,
    vendorAzureResourceManager,
    vendorAzureStorage,
    vendorBackblazeB2,
    vendorBarracuda,
    vendorBitninja,
    vendorBox,
    vendorBuffalo,
    vendorBunnycdn,
    vendorCaddy,
    vendorCakephp,
    vendorCherrypy,
    vendorCitrixNetscaler,
    vendorClerk,
    vendorCloudbric,
    vendorCloudflare,
    vendorCloudflareAccess,
    vendorCloudflareApi,
    vendorCloudflareR2,
    vendorCodeigniter,
    vendorCohere,
    vendorContentful,
    vendorCrowdsec,
    vendorCsurf,
    vendorDatadog,
    vendorDatadome,
    vendorDdosGuard,
    vendorDigitalocean,
    vendorDirectus,
    vendorDiscord,
    vendorDistil,
    vendorDjango,
    vendorDjangoRestFramework,
    vendorDotdefender,
    vendorDropbox,
    vendorDrupal,
    vendorEbay,
    vendorEcho,
    vendorEdgio,
    vendorEntra,
    vendorEtsy,
    vendorExpressAuth,
    vendorF5BigIp,
    vendorFacebookGraph,
    vendorFastapi,
    vendorFastify,
    vendorFastly,
    vendorFirebase,
    vendorFlaskSecurity,
    vendorFlaskWtf,
    vendorFlickr,
    vendorFlyIo,
    vendorFortinetFortiweb,
    vendorFusionauth,
    vendorGcore,
    vendorGinJwt,
    vendorGithub,
    vendorGithubPages,
    vendorGoogleCloud,
    vendorGoogleCloudStorage,
    vendorGoogleFrontend,
    vendorGoogleMaps,
    vendorGoogleOauth,
    vendorGoogleWorkspace,
    vendorGorillaCsrf,
    vendorGrafana,
    vendorGroq,
    vendorGunicorn,
    vendorHasura,
    vendorHeroku,
    vendorHetzner,
    vendorHono,
    vendorHttpSys,
    vendorHubspot,
    vendorIbmCloud,
    vendorIis,
    vendorImgur,
    vendorImperva,
    vendorImunify360,
    vendorInstagram,
    vendorJavaMicro,
    vendorJetty,
    vendorJiraAtlassian,
    vendorJoomla,
    vendorJupyter,
    vendorKasada,
    vendorKeycdn,
    vendorKeycloak,
    vendorKeystone,
    vendorLaravel,
    vendorLighttpd,
    vendorLinear,
    vendorLinkedin,
    vendorLinode,
    vendorLitespeed,
    vendorMagento,
    vendorMailchimp,
    vendorMailgun,
    vendorMicrosoftGraph,
    vendorMinio,
    vendorModsecurity,
    vendorNaxsi,
    vendorNcbi,
    vendorNeon,
    vendorNestjs,
    vendorNetlify,
    vendorNewrelic,
    vendorNextjs,
    vendorNginx,
    vendorNotion,
    vendorOauthBearer,
    vendorOkta,
    vendorOllama,
    vendorOnelogin,
    vendorOpenai,
    vendorOpenresty,
    vendorOpenrouter,
    vendorOpenstack,
    vendorOracleCloud,
    vendorOry,
    vendorOsm,
    vendorPagerduty,
    vendorPassenger,
    vendorPaypal,
    vendorPerimeterx,
    vendorPhoenix,
    vendorPing,
    vendorPinterest,
    vendorPixiv,
    vendorPlay,
    vendorPostgrest,
    vendorPostmark,
    vendorPrestashop,
    vendorQrator,
    vendorRackAttack,
    vendorRackProtection,
    vendorRadware,
    vendorRails,
    vendorReblaze,
    vendorReddit,
    vendorRender,
    vendorRiot,
    vendorRoblox,
    vendorRustWeb,
    vendorSafeline,
    vendorSalesforce,
    vendorSecEdgar,
    vendorSendgrid,
    vendorSentry,
    vendorSharepoint,
    vendorShieldSecurity,
    vendorShopify,
    vendorSlack,
    vendorSpotify,
    vendorSpringSecurity,
    vendorSquare,
    vendorStackpath,
    vendorSteam,
    vendorStrapi,
    vendorStripe,
    vendorStruts,
    vendorSucuri,
    vendorSupabase,
    vendorSveltekit,
    vendorSymfony,
    vendorTelegram,
    vendorTencentCos,
    vendorTiktok,
    vendorTomcat,
    vendorTornado,
    vendorTrello,
    vendorTwilio,
    vendorTwitch,
    vendorTwitterX,
    vendorTypo3,
    vendorUndertow,
    vendorVercel,
    vendorVite,
    vendorVultr,
    vendorWallarm,
    vendorWasabi,
    vendorWebex,
    vendorWebknight,
    vendorWeblogic,
    vendorWebpackDevServer,
    vendorWerkzeug,
    vendorWikimedia,
    vendorWordfence,
    vendorWordpress,
    vendorXai,
    vendorYandexCaptcha,
    vendorYii,
    vendorYoutube,
    vendorYundun,
    vendorZendesk,
    vendorZitadel,
    vendorZoom,
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
};
