/** Hosts of services that mean something of their own by a refusal, so that a path on them is not that of software at home. */
export const HOSTED =
  /(?:amazonaws\.com|cloudfront\.net|azure\.(?:net|com)|windows\.net|googleapis\.com|b-cdn\.net|kxcdn\.com|bilivideo\.com|pximg\.net|openstreetmap\.org|wikimedia\.org|binance\.com|reddit\.com|riotgames\.com)$/;
