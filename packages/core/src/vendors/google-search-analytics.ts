import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'google-search-analytics',
  name: 'Google Search Console and Analytics',
  role: 'api',
  present: [
    { host: 'searchconsole.googleapis.com' },
    { host: 'analyticsdata.googleapis.com' },
    { host: 'analyticsadmin.googleapis.com' },
    { host: 'indexing.googleapis.com' },
    { path: '/webmasters/v3/' },
    { path: '/analytics/v3/' },
  ],
  refusals: [
    {
      id: 'site',
      alone: true,
      when: [{ text: /user does not have sufficient permission for site/ }],
      causes: { 'role-missing': 'proves', 'not-owner': 'suggests' },
      says: 'the account is no user of this property',
      source: 'https://support.google.com/webmasters/answer/7687615',
    },
    {
      id: 'property',
      alone: true,
      when: [
        {
          text: /user does not have sufficient permissions for this (profile|property|account)|user does not have any google analytics account/,
        },
      ],
      causes: { 'role-missing': 'proves', 'not-owner': 'suggests' },
      says: 'the account is no user of this Analytics property',
      source: 'https://developers.google.com/analytics/devguides/reporting/data/v1/quickstart-client-libraries',
    },
    {
      id: 'ownership',
      alone: true,
      when: [{ text: /permission denied\. failed to verify the url ownership/ }],
      causes: { 'not-owner': 'proves' },
      says: 'the service account is no owner of the site',
      source: 'https://developers.google.com/search/apis/indexing-api/v3/core-errors',
    },
    {
      id: 'usual',
      when: [
        { status: 403 },
        {
          any: [
            { host: 'searchconsole.googleapis.com' },
            { host: 'indexing.googleapis.com' },
            { host: 'analyticsdata.googleapis.com' },
            { host: 'analyticsadmin.googleapis.com' },
          ],
        },
      ],
      causes: {},
      usual: { 'role-missing': 52, 'feature-unavailable': 18, 'scope-insufficient': 10, 'not-owner': 6 },
      says: 'mostly the account is no user of the property',
      source: 'https://support.google.com/webmasters/answer/7687615',
    },
  ],
};

export default vendor;
