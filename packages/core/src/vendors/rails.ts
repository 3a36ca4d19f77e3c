import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'rails',
  name: 'Ruby on Rails',
  role: 'framework',
  present: [
    { header: 'x-runtime' },
    {
      text: /blocked hosts?:|invalidauthenticitytoken|can't verify csrf token authenticity|http origin header \(|actiondispatch|actioncontroller::/,
    },
  ],
  refusals: [
    {
      id: 'invalid-token',
      alone: true,
      when: [
        { any: [{ text: /can't verify csrf token authenticity/ }, { text: 'InvalidAuthenticityToken' }] },
        { not: { text: 'http origin header' } },
      ],
      causes: { 'csrf-invalid': 'suggests', 'csrf-missing': 'suggests' },
      says: 'the authenticity token is absent or not that of the session',
      fix: {
        who: 'caller',
        text: 'send authenticity_token of the page or its csrf-token meta tag as X-CSRF-Token, with the session cookie',
      },
      source:
        'https://github.com/rails/rails/blob/main/actionpack/lib/action_controller/metal/request_forgery_protection.rb',
    },
    {
      id: 'origin-mismatch',
      alone: true,
      when: [{ text: /http origin header \(.{1,200}\) didn't match request\.base_url/ }],
      causes: { 'origin-rejected': 'proves' },
      says: 'the Origin is not the address under which Rails believes to run',
      fix: { who: 'server-admin', text: 'let the proxy pass Host or X-Forwarded-Host, X-Forwarded-Proto and the port' },
      source:
        'https://github.com/rails/rails/blob/main/actionpack/lib/action_controller/metal/request_forgery_protection.rb',
    },
    {
      id: 'null-origin',
      alone: true,
      when: [{ text: /the browser returned a 'null' origin for a request with origin-based forgery protection/ }],
      causes: { 'origin-rejected': 'proves' },
      says: 'the Origin is null, mostly by Referrer-Policy: no-referrer',
      source:
        'https://github.com/rails/rails/blob/main/actionpack/lib/action_controller/metal/request_forgery_protection.rb',
    },
    {
      id: 'cross-origin-script',
      alone: true,
      when: [
        {
          text: /security warning: an embedded <script> tag on another site requested protected javascript|invalidcrossoriginrequest/,
        },
      ],
      causes: { 'origin-rejected': 'proves' },
      says: 'JavaScript was asked for by a plain GET, as a script tag of another site would',
      source:
        'https://github.com/rails/rails/blob/main/actionpack/lib/action_controller/metal/request_forgery_protection.rb',
    },
    {
      id: 'blocked-host',
      alone: true,
      when: [{ text: /blocked hosts?:/ }],
      causes: { 'host-rejected': 'proves' },
      says: 'HostAuthorization: the Host is not in config.hosts',
      fix: { who: 'server-admin', text: 'add the host name to config.hosts' },
      source:
        'https://github.com/rails/rails/blob/main/actionpack/lib/action_dispatch/middleware/host_authorization.rb',
    },
    {
      id: 'change-rejected',
      alone: true,
      when: [{ text: 'The change you wanted was rejected.' }],
      causes: { 'csrf-invalid': 'suggests', 'csrf-missing': 'suggests', 'not-owner': 'hints' },
      says: "Rails' page of status 422: in most cases the authenticity token was absent or stale",
      source:
        'https://github.com/rails/rails/blob/main/railties/lib/rails/generators/rails/app/templates/public/422.html',
    },
    {
      id: 'devise',
      alone: true,
      when: [{ text: 'You need to sign in or sign up before continuing.' }],
      causes: { 'credentials-missing': 'suggests' },
      says: 'Devise: no login came with this request',
      source: 'https://github.com/heartcombo/devise/blob/main/config/locales/en.yml',
    },
    {
      id: 'devise-timeout',
      alone: true,
      when: [{ text: 'Your session expired. Please sign in again to continue.' }],
      causes: { 'credentials-expired': 'proves' },
      says: 'Devise: the session timed out',
      source: 'https://github.com/heartcombo/devise/blob/main/config/locales/en.yml',
    },
    {
      id: 'devise-unconfirmed',
      alone: true,
      when: [
        {
          any: [
            { text: 'You have to confirm your email address before continuing.' },
            { text: 'Your account is not activated yet.' },
            { text: 'Your account is locked.' },
          ],
        },
      ],
      causes: { 'policy-denied': 'suggests' },
      says: 'Devise: the account is not confirmed, not activated or locked',
      source: 'https://github.com/heartcombo/devise/blob/main/config/locales/en.yml',
    },
    {
      id: 'cancancan',
      alone: true,
      when: [{ text: 'You are not authorized to access this page.' }],
      causes: { 'role-missing': 'suggests', 'not-owner': 'hints' },
      says: 'CanCanCan: no ability allows this action on this object',
      source: 'https://github.com/CanCanCommunity/cancancan/blob/develop/lib/cancan/exceptions.rb',
    },
    {
      id: 'pundit',
      alone: true,
      when: [{ text: /pundit::notauthorizederror|not allowed to [a-z_]{1,60}\? this [a-z:_]{1,60}/ }],
      causes: { 'role-missing': 'suggests', 'not-owner': 'suggests' },
      says: 'Pundit: the policy of this object says no',
      source: 'https://github.com/varvet/pundit/blob/main/lib/pundit/error.rb',
    },
    {
      id: 'usual-cable',
      alone: true,
      when: [{ status: [403, 404] }, { method: 'GET' }, { path: /^\/cable(?:\?|$)/ }],
      causes: {},
      usual: { 'origin-rejected': 62, 'credentials-missing': 14, 'proxy-refused': 8, 'credentials-expired': 4 },
      says: 'Action Cable lets in the origins of its list only',
      source: 'https://guides.rubyonrails.org/action_cable_overview.html',
    },
    {
      id: 'usual-sidekiq',
      alone: true,
      when: [{ status: [401, 403] }, { path: /^\/(?:admin\/)?sidekiq(?:[/?]|$)/ }],
      causes: {},
      usual: { 'credentials-missing': 38, 'csrf-missing': 26, 'role-missing': 16, 'credentials-invalid': 8 },
      says: 'the page of Sidekiq asks for a login; its forms need the session',
      source: 'https://github.com/sidekiq/sidekiq/wiki/Monitoring',
    },
    {
      id: 'usual-active-storage',
      alone: true,
      when: [{ status: [401, 403] }, { path: /^\/rails\/active_storage\// }],
      causes: {},
      usual: {
        'credentials-expired': 30,
        'csrf-missing': 22,
        'credentials-invalid': 16,
        'origin-rejected': 12,
        'role-missing': 8,
      },
      says: 'the signed link is past its time, or the upload lacks the form token',
      source: 'https://guides.rubyonrails.org/active_storage_overview.html',
    },
    {
      id: 'usual-info',
      alone: true,
      when: [{ status: 403 }, { method: ['GET', 'HEAD'] }, { path: /^\/rails\/(?:info|mailers)/ }],
      causes: {},
      usual: { 'ip-refused': 66, 'feature-unavailable': 12, 'host-rejected': 6 },
      says: 'information on the application is shown to the machine itself only',
      source: 'https://guides.rubyonrails.org/routing.html',
    },
    {
      id: 'usual-read',
      when: [
        { status: [401, 403] },
        { method: ['GET', 'HEAD'] },
        { path: /^\/[^?]{0,200}/ },
        { header: 'x-runtime' },
        { not: { path: /^\/(?:cable|rails\/|sidekiq|admin\/sidekiq)/ } },
      ],
      causes: {},
      usual: {
        'role-missing': 36,
        'credentials-missing': 24,
        'not-owner': 12,
        'credentials-invalid': 10,
        'host-rejected': 6,
      },
      says: 'head :forbidden of a policy, or nobody is logged in',
      source: 'https://guides.rubyonrails.org/security.html',
    },
    {
      id: 'usual-write',
      when: [
        { status: [401, 403, 422] },
        { not: { method: ['GET', 'HEAD'] } },
        { path: /^\/[^?]{0,200}/ },
        { header: 'x-runtime' },
        { not: { path: /^\/(?:cable|rails\/|sidekiq|admin\/sidekiq)/ } },
      ],
      causes: {},
      usual: {
        'csrf-invalid': 24,
        'csrf-missing': 22,
        'role-missing': 20,
        'credentials-missing': 12,
        'credentials-invalid': 8,
      },
      says: 'the authenticity token does not fit, or a policy says no',
      source: 'https://guides.rubyonrails.org/security.html',
    },
  ],
};

export default vendor;
