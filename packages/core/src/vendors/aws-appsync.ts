import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'aws-appsync',
  name: 'AWS AppSync',
  role: 'api',
  present: [
    { host: /\.appsync-(api|realtime-api)\.[a-z0-9-]+\.amazonaws\.com$/ },
    { header: 'x-amzn-appsync-tokensconsumed' },
  ],
  refusals: [
    {
      id: 'field',
      alone: true,
      when: [{ text: /not authorized to access [a-z0-9_]{1,80} on type [a-z0-9_]{1,80}/ }],
      causes: { 'role-missing': 'proves', 'not-owner': 'hints', 'credentials-missing': 'hints' },
      says: 'no authorisation rule of the schema lets this caller read or change the field',
      fix: {
        who: 'api-owner',
        text: 'add an @auth or @aws_ rule for the way this caller logs in (API key, user pool, IAM)',
      },
      source: 'https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html',
    },
    {
      id: 'call',
      alone: true,
      when: [{ text: 'you are not authorized to make this call' }],
      causes: { 'credentials-invalid': 'proves', 'credentials-missing': 'suggests' },
      says: 'the API does not take this kind of login, or the token is not of its user pool',
      source: 'https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html',
    },
    {
      id: 'header',
      alone: true,
      when: [{ text: 'valid authorization header not provided' }],
      causes: { 'credentials-missing': 'proves', 'credentials-malformed': 'suggests' },
      says: 'no login of a kind that the API takes came with the call',
      source: 'https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html',
    },
    {
      id: 'token-malformed',
      alone: true,
      when: [{ text: 'unable to parse jwt token' }],
      causes: { 'credentials-malformed': 'proves' },
      says: 'what came is no JWT',
      source: 'https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html',
    },
    {
      id: 'token-expired',
      when: [{ text: 'token has expired' }],
      causes: { 'credentials-expired': 'proves' },
      says: 'the token is past its time',
      source: 'https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html',
    },
  ],
};

export default vendor;
