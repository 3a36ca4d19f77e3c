// Written by `npm run gen` from the folder. Do not edit.
import importerBruno from './import/bruno.ts';
import importerBurp from './import/burp.ts';
import importerCharles from './import/charles.ts';
import importerCurl from './import/curl.ts';
import importerFetch from './import/fetch.ts';
import importerHar from './import/har.ts';
import importerHttpFile from './import/http-file.ts';
import importerHttpie from './import/httpie.ts';
import importerHurl from './import/hurl.ts';
import importerInsomnia from './import/insomnia.ts';
import importerMitmproxy from './import/mitmproxy.ts';
import importerPostman from './import/postman.ts';
import importerPowershell from './import/powershell.ts';
import importerRawHttp from './import/raw-http.ts';
import importerUrl from './import/url.ts';
import importerZap from './import/zap.ts';
import type { Importer } from './model/importer.ts';

/** Every form in which a request can be given. */
export const importers: readonly Importer[] = [
  importerBruno,
  importerBurp,
  importerCharles,
  importerCurl,
  importerFetch,
  importerHar,
  importerHttpFile,
  importerHttpie,
  importerHurl,
  importerInsomnia,
  importerMitmproxy,
  importerPostman,
  importerPowershell,
  importerRawHttp,
  importerUrl,
  importerZap,
];
