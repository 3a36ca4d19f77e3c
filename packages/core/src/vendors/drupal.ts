import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'drupal',
  name: 'Drupal',
  role: 'cms',
  present: [
    { header: 'x-generator', is: 'Drupal' },
    { header: 'x-drupal-cache' },
    { header: 'x-drupal-dynamic-cache' },
    { text: /x-csrf-token request header is (?:missing|invalid)/ },
  ],
  refusals: [
    {
      id: 'page',
      when: [
        { text: 'You are not authorized to access this page.' },
        {
          any: [
            { header: 'x-generator', is: 'Drupal' },
            { header: 'x-drupal-cache' },
            { header: 'x-drupal-dynamic-cache' },
          ],
        },
      ],
      causes: { 'role-missing': 'suggests', 'credentials-missing': 'hints', 'not-owner': 'hints' },
      says: 'the user, or the anonymous visitor, lacks the permission for this page',
      source: 'https://github.com/drupal/drupal/blob/11.x/core/modules/system/src/Controller/Http4xxController.php',
    },
    {
      id: 'csrf-header-missing',
      alone: true,
      when: [{ text: 'X-CSRF-Token request header is missing' }],
      causes: { 'csrf-missing': 'proves' },
      says: 'no X-CSRF-Token header came with a cookie login',
      fix: { who: 'caller', text: 'fetch /session/token and send it as X-CSRF-Token' },
      source: 'https://github.com/drupal/drupal/blob/11.x/core/lib/Drupal/Core/Access/CsrfRequestHeaderAccessCheck.php',
    },
    {
      id: 'csrf-header-invalid',
      alone: true,
      when: [{ text: 'X-CSRF-Token request header is invalid' }],
      causes: { 'csrf-invalid': 'proves' },
      says: 'the X-CSRF-Token is not that of this session',
      source: 'https://github.com/drupal/drupal/blob/11.x/core/lib/Drupal/Core/Access/CsrfRequestHeaderAccessCheck.php',
    },
    {
      id: 'permission-named',
      alone: true,
      when: [
        {
          text: /the (?:following permissions (?:is|are) required|'[^']{1,80}' permission is required)|the '[^']{1,80}' (?:or '[^']{1,80}' )?permissions? (?:is|are) required/,
        },
      ],
      causes: { 'role-missing': 'proves' },
      says: 'the answer names the permission that is missing',
      source: 'https://github.com/drupal/drupal/blob/11.x/core/lib/Drupal/Core/Access/AccessResultForbidden.php',
    },
    {
      id: 'untrusted-host',
      alone: true,
      when: [{ text: 'The provided host name is not valid for this server.' }],
      causes: { 'host-rejected': 'proves' },
      says: 'the Host does not match trusted_host_patterns',
      fix: { who: 'server-admin', text: 'add the name to trusted_host_patterns in settings.php' },
      source: 'https://github.com/drupal/drupal/blob/11.x/core/lib/Drupal/Core/DrupalKernel.php',
    },
    {
      id: 'form-outdated',
      alone: true,
      when: [{ text: /the form has become outdated/ }],
      causes: { 'csrf-invalid': 'proves' },
      says: "the form's token is stale",
      source: 'https://github.com/drupal/drupal/blob/11.x/core/lib/Drupal/Core/Form/FormValidator.php',
    },
  ],
};

export default vendor;
