// Written by `npm run gen` from the folder. Do not edit.
import toolAccessLog from './import/tools/access-log.ts';
import toolAiohttp from './import/tools/aiohttp.ts';
import toolAnsible from './import/tools/ansible.ts';
import toolApacheErrorLog from './import/tools/apache-error-log.ts';
import toolApt from './import/tools/apt.ts';
import toolAws from './import/tools/aws.ts';
import toolAxios from './import/tools/axios.ts';
import toolAz from './import/tools/az.ts';
import toolBrew from './import/tools/brew.ts';
import toolCargo from './import/tools/cargo.ts';
import toolChromeConsole from './import/tools/chrome-console.ts';
import toolComposer from './import/tools/composer.ts';
import toolConda from './import/tools/conda.ts';
import toolContainerd from './import/tools/containerd.ts';
import toolCurl from './import/tools/curl.ts';
import toolCypress from './import/tools/cypress.ts';
import toolDart from './import/tools/dart.ts';
import toolDevtools from './import/tools/devtools.ts';
import toolDjangoLog from './import/tools/django-log.ts';
import toolDnf from './import/tools/dnf.ts';
import toolDocker from './import/tools/docker.ts';
import toolDotnet from './import/tools/dotnet.ts';
import toolFeign from './import/tools/feign.ts';
import toolFfmpeg from './import/tools/ffmpeg.ts';
import toolFirefoxConsole from './import/tools/firefox-console.ts';
import toolGcloud from './import/tools/gcloud.ts';
import toolGem from './import/tools/gem.ts';
import toolGh from './import/tools/gh.ts';
import toolGit from './import/tools/git.ts';
import toolGlab from './import/tools/glab.ts';
import toolGoHttp from './import/tools/go-http.ts';
import toolGoModules from './import/tools/go-modules.ts';
import toolGot from './import/tools/got.ts';
import toolGradle from './import/tools/gradle.ts';
import toolGrpc from './import/tools/grpc.ts';
import toolGsutil from './import/tools/gsutil.ts';
import toolHelm from './import/tools/helm.ts';
import toolHttpie from './import/tools/httpie.ts';
import toolHttpx from './import/tools/httpx.ts';
import toolInsomnia from './import/tools/insomnia.ts';
import toolJavaHttp from './import/tools/java-http.ts';
import toolK6 from './import/tools/k6.ts';
import toolKubectl from './import/tools/kubectl.ts';
import toolMaven from './import/tools/maven.ts';
import toolNewman from './import/tools/newman.ts';
import toolNginxErrorLog from './import/tools/nginx-error-log.ts';
import toolNpm from './import/tools/npm.ts';
import toolNuget from './import/tools/nuget.ts';
import toolPhpHttp from './import/tools/php-http.ts';
import toolPip from './import/tools/pip.ts';
import toolPlaywright from './import/tools/playwright.ts';
import toolPnpm from './import/tools/pnpm.ts';
import toolPodman from './import/tools/podman.ts';
import toolPostman from './import/tools/postman.ts';
import toolPowershell from './import/tools/powershell.ts';
import toolPythonRequests from './import/tools/python-requests.ts';
import toolRailsLog from './import/tools/rails-log.ts';
import toolRclone from './import/tools/rclone.ts';
import toolRubyHttp from './import/tools/ruby-http.ts';
import toolRustHttp from './import/tools/rust-http.ts';
import toolSafariConsole from './import/tools/safari-console.ts';
import toolSpringClient from './import/tools/spring-client.ts';
import toolSwaggerUi from './import/tools/swagger-ui.ts';
import toolSwift from './import/tools/swift.ts';
import toolTerraform from './import/tools/terraform.ts';
import toolTwine from './import/tools/twine.ts';
import toolUndici from './import/tools/undici.ts';
import toolUrllib from './import/tools/urllib.ts';
import toolUv from './import/tools/uv.ts';
import toolWget from './import/tools/wget.ts';
import toolYarn from './import/tools/yarn.ts';
import toolYtDlp from './import/tools/yt-dlp.ts';
import type { Tool } from './model/tool.ts';

/** Every program whose output is known. */
export const tools: readonly Tool[] = [
  toolAccessLog,
  toolAiohttp,
  toolAnsible,
  toolApacheErrorLog,
  toolApt,
  toolAws,
  toolAxios,
  toolAz,
  toolBrew,
  toolCargo,
  toolChromeConsole,
  toolComposer,
  toolConda,
  toolContainerd,
  toolCurl,
  toolCypress,
  toolDart,
  toolDevtools,
  toolDjangoLog,
  toolDnf,
  toolDocker,
  toolDotnet,
  toolFeign,
  toolFfmpeg,
  toolFirefoxConsole,
  toolGcloud,
  toolGem,
  toolGh,
  toolGit,
  toolGlab,
  toolGoHttp,
  toolGoModules,
  toolGot,
  toolGradle,
  toolGrpc,
  toolGsutil,
  toolHelm,
  toolHttpie,
  toolHttpx,
  toolInsomnia,
  toolJavaHttp,
  toolK6,
  toolKubectl,
  toolMaven,
  toolNewman,
  toolNginxErrorLog,
  toolNpm,
  toolNuget,
  toolPhpHttp,
  toolPip,
  toolPlaywright,
  toolPnpm,
  toolPodman,
  toolPostman,
  toolPowershell,
  toolPythonRequests,
  toolRailsLog,
  toolRclone,
  toolRubyHttp,
  toolRustHttp,
  toolSafariConsole,
  toolSpringClient,
  toolSwaggerUi,
  toolSwift,
  toolTerraform,
  toolTwine,
  toolUndici,
  toolUrllib,
  toolUv,
  toolWget,
  toolYarn,
  toolYtDlp,
];
