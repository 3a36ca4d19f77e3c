import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'google-workspace',
  name: 'Google Workspace',
  role: 'api',
  present: [
    { host: /^(sheets|docs|drive|slides|forms|script|gmail|calendar-json|admin|people)\.googleapis\.com$/ },
    { path: /^\/(upload\/)?(drive|calendar|gmail|admin\/directory)\/v?/ },
  ],
  refusals: [
    {
      id: 'file-permission',
      alone: true,
      when: [{ text: /\binsufficientfilepermissions\b/ }],
      causes: { 'not-owner': 'proves', 'role-missing': 'hints' },
      says: 'the account may not do that with this file',
      source: 'https://developers.google.com/workspace/drive/api/guides/handle-errors',
    },
    {
      id: 'not-shared',
      when: [
        { text: 'the caller does not have permission' },
        { host: /^(sheets|docs|drive|slides|forms|script)\.googleapis\.com$/ },
      ],
      causes: { 'not-owner': 'suggests', 'role-missing': 'hints' },
      says: 'the document is not shared with this account',
      fix: { who: 'caller', text: 'share the document with the address of the service account' },
      source: 'https://developers.google.com/workspace/sheets/api/troubleshoot-api-errors',
    },
    {
      id: 'app-not-authorized',
      alone: true,
      when: [{ text: /\bappnotauthorizedtofile\b/ }],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the app sees only files that it made or that were opened with it',
      source: 'https://developers.google.com/workspace/drive/api/guides/handle-errors',
    },
    {
      id: 'domain-policy',
      alone: true,
      when: [{ text: /\bdomainpolicy\b/ }],
      causes: { 'policy-denied': 'proves' },
      says: 'the administrators of the domain do not allow Drive apps',
      source: 'https://developers.google.com/workspace/drive/api/guides/handle-errors',
    },
    {
      id: 'storage-quota',
      alone: true,
      when: [{ text: /\bstoragequotaexceeded\b/ }],
      causes: { 'feature-unavailable': 'proves', 'policy-denied': 'hints' },
      says: 'the Drive of the account is full, or the service account has none',
      source: 'https://developers.google.com/workspace/drive/api/guides/handle-errors',
    },
    {
      id: 'download-quota',
      alone: true,
      when: [{ text: /\b(downloadquotaexceeded|sharingratelimitexceeded)\b/ }],
      causes: { 'rate-limited': 'proves' },
      says: 'the file was fetched too often of late',
      source: 'https://developers.google.com/workspace/drive/api/guides/handle-errors',
    },
    {
      id: 'protected-range',
      alone: true,
      when: [{ text: 'you are trying to edit a protected cell or object' }],
      causes: { 'not-owner': 'proves' },
      says: 'the cells are protected and this account is not among their editors',
      source: 'https://support.google.com/docs/answer/1218656',
    },
    {
      id: 'calendar-access',
      alone: true,
      when: [{ text: /\brequiredaccesslevel\b/ }],
      causes: { 'role-missing': 'proves', 'not-owner': 'hints' },
      says: 'the calendar is shared with this account for reading only',
      source: 'https://developers.google.com/workspace/calendar/api/guides/errors',
    },
    {
      id: 'delegation-denied',
      alone: true,
      when: [{ text: /delegation denied for [^ ]{3,120}@/ }],
      causes: { 'role-missing': 'proves', 'scope-insufficient': 'hints' },
      says: 'this account may not act for that mailbox',
      source: 'https://developers.google.com/workspace/gmail/api/guides/handle-errors',
    },
    {
      id: 'admin-api',
      alone: true,
      when: [{ text: 'not authorized to access this resource/api' }],
      causes: { 'role-missing': 'proves' },
      says: 'the directory answers administrators only; a service account must act for one',
      source: 'https://developers.google.com/workspace/admin/directory/v1/guides/troubleshoot-error-codes',
    },
  ],
};

export default vendor;
