import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'yii',
  name: 'Yii',
  role: 'framework',
  present: [
    { cookie: '_csrf-frontend' },
    { cookie: '_csrf-backend' },
    { cookie: 'YII_CSRF_TOKEN' },
    {
      text: /yii\\|yii framework|unable to verify your data submission|you are requesting with an invalid credential|your request was made with invalid credentials/,
    },
  ],
  refusals: [
    {
      id: 'data-submission',
      alone: true,
      when: [{ text: 'Unable to verify your data submission.' }],
      causes: { 'csrf-invalid': 'suggests', 'csrf-missing': 'suggests' },
      says: 'the _csrf token is absent or not that of the cookie',
      fix: { who: 'caller', text: 'send _csrf or X-CSRF-Token with the _csrf cookie of the page' },
      source: 'https://github.com/yiisoft/yii2/blob/master/framework/web/Controller.php',
    },
    {
      id: 'csrf-v1',
      alone: true,
      when: [{ text: 'The CSRF token could not be verified.' }],
      causes: { 'csrf-invalid': 'suggests', 'csrf-missing': 'suggests' },
      says: 'the YII_CSRF_TOKEN is absent or not that of the cookie',
      source: 'https://github.com/yiisoft/yii/blob/master/framework/web/CHttpRequest.php',
    },
    {
      id: 'access-rules',
      alone: true,
      when: [{ text: 'You are not allowed to perform this action.' }, { not: { body: 'rest_' } }],
      causes: {
        'role-missing': 'suggests',
        'ip-refused': 'hints',
        'method-refused': 'hints',
        'credentials-missing': 'hints',
      },
      says: 'an AccessControl rule refuses this user, verb or address',
      source: 'https://github.com/yiisoft/yii2/blob/master/framework/filters/AccessControl.php',
    },
    {
      id: 'invalid-credential',
      alone: true,
      when: [{ text: 'Your request was made with invalid credentials.' }],
      causes: { 'credentials-invalid': 'suggests', 'credentials-missing': 'hints' },
      says: 'the REST authenticators found no valid token',
      source: 'https://github.com/yiisoft/yii2/blob/master/framework/filters/auth/AuthMethod.php',
    },
    {
      id: 'debug-address',
      alone: true,
      when: [
        { text: /you are not allowed to access this page|access to (?:debugger|gii|code generator) is denied/ },
        { any: [{ path: '/debug' }, { path: '/gii' }, { text: 'yii' }] },
      ],
      causes: { 'ip-refused': 'proves' },
      says: 'the debugger and Gii accept only allowedIPs',
      source: 'https://github.com/yiisoft/yii2-gii/blob/master/src/Module.php',
    },
  ],
};

export default vendor;
