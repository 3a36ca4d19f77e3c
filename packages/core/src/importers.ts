// Written by `npm run gen` from the folder. Do not edit.
import importerCurl from './import/curl.ts';
import importerFetch from './import/fetch.ts';
import importerHar from './import/har.ts';
import importerPowershell from './import/powershell.ts';
import importerRawHttp from './import/raw-http.ts';
import importerUrl from './import/url.ts';
import type { Importer } from './model/importer.ts';

/** Every form in which a request can be given. */
export const importers: readonly Importer[] = [
  importerCurl,
  importerFetch,
  importerHar,
  importerPowershell,
  importerRawHttp,
  importerUrl,
];
