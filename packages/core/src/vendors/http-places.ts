import { HOSTED } from '../model/hosted.ts';
import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'http-places',
  name: 'Places for administrators',
  role: 'framework',
  standard: true,
  present: [],
  refusals: [
    {
      id: 'usual-admin-anonymous',
      alone: true,
      when: [
        { status: 403 },
        { method: ['GET', 'HEAD'] },
        {
          path: /^\/(?:admin|administration|backend|manage|management|backoffice|cms|dashboard|panel|console|adminpanel|_admin)(?:\/[^?.]{0,80})?(?:\?|$)/,
        },
        { not: { path: '/admin/realms/' } },
        { not: { any: [{ sent: 'authorization' }, { sent: 'cookie' }] } },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: {
        'ip-refused': 42,
        'credentials-missing': 20,
        'server-rule': 15,
        'role-missing': 10,
        'client-refused': 4,
      },
      says: 'an allow list of addresses, or a login that is missing',
      source: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.4',
    },
    {
      id: 'usual-admin',
      alone: true,
      when: [
        { status: 403 },
        { method: ['GET', 'HEAD'] },
        {
          path: /^\/(?:admin|administration|backend|manage|management|backoffice|cms|dashboard|panel|console|adminpanel|_admin)(?:\/[^?.]{0,80})?(?:\?|$)/,
        },
        { any: [{ sent: 'authorization' }, { sent: 'cookie' }] },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: {
        'role-missing': 52,
        'credentials-expired': 12,
        'ip-refused': 12,
        'credentials-invalid': 6,
        'policy-denied': 4,
      },
      says: 'the user is no administrator',
      source: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.4',
    },
    {
      id: 'usual-internal',
      alone: true,
      when: [
        { status: [401, 403] },
        {
          path: /^\/(?:[^?]{0,60}\/)?(?:internal|_internal|debug|debug\/pprof|__debug__|trace|system)\/[^?]{0,80}(?:\?|$)/,
        },
        { not: { any: [{ sent: 'authorization' }, { sent: 'cookie' }] } },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: { 'ip-refused': 44, 'server-rule': 20, 'credentials-missing': 16, 'role-missing': 6 },
      says: 'inner routes are for inner addresses',
      source: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.4',
    },
    {
      id: 'usual-health',
      alone: true,
      when: [
        { status: [401, 403] },
        { method: ['GET', 'HEAD'] },
        {
          path: /^\/(?:[^?]{0,60}\/)?(?:health|healthz|health-check|healthcheck|readyz|livez|ready|alive|ping|_health|up)\/?(?:\?|$)/,
        },
        { not: { any: [{ sent: 'authorization' }, { sent: 'cookie' }] } },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: {
        'credentials-missing': 40,
        'ip-refused': 20,
        'host-rejected': 10,
        'client-refused': 10,
        'tls-required': 3,
      },
      says: 'a login covers the check of health, or the probe has another host name or address',
      source: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.4',
    },
    {
      id: 'usual-docs',
      alone: true,
      when: [
        { status: [401, 403] },
        { method: ['GET', 'HEAD'] },
        {
          path: /^\/(?:[^?]{0,60}\/)?(?:swagger(?:-ui)?(?:\.html|\/)?|api-docs|v[23]\/api-docs|openapi(?:\.json|\.yaml)|redoc|apidocs)/,
        },
        { not: { any: [{ sent: 'authorization' }, { sent: 'cookie' }] } },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: {
        'credentials-missing': 48,
        'feature-unavailable': 16,
        'server-rule': 12,
        'ip-refused': 12,
        'role-missing': 4,
      },
      says: 'the security of the application covers its own docs, or they are off in production',
      source: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.4',
    },
    {
      id: 'usual-users-other',
      alone: true,
      when: [
        { status: 403 },
        { method: ['PUT', 'PATCH', 'DELETE'] },
        {
          path: /^\/(?:[^?]{0,60}\/)?(?:users?|accounts?|posts?|comments?|orders?|projects?|items|documents?|files)\/[^/?]{1,64}(?:\?|$)/,
        },
        { sent: 'authorization', is: /^bearer /i },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: {
        'role-missing': 36,
        'not-owner': 32,
        'scope-insufficient': 8,
        'credentials-invalid': 5,
        'credentials-expired': 4,
        'csrf-missing': 4,
      },
      says: 'the object is of another user, or the role may not write',
      source: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.4',
    },
    {
      id: 'usual-users-other-read',
      alone: true,
      when: [
        { status: 403 },
        { method: ['GET', 'HEAD'] },
        {
          path: /^\/(?:[^?]{0,60}\/)?(?:users?|accounts?|orders?|projects?|documents?|invoices?|messages?)\/[^/?]{1,64}(?:\?|$)/,
        },
        { sent: 'authorization', is: /^bearer /i },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: {
        'not-owner': 34,
        'role-missing': 32,
        'scope-insufficient': 9,
        'credentials-invalid': 6,
        'object-hidden': 5,
        'credentials-expired': 4,
      },
      says: 'the object is of another user, or the role may not see it',
      source: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.4',
    },
    {
      id: 'usual-preflight',
      alone: true,
      when: [
        { status: [401, 403, 405] },
        { method: 'OPTIONS' },
        { sent: 'access-control-request-method' },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: {
        'origin-rejected': 36,
        'credentials-missing': 26,
        'method-refused': 18,
        'server-rule': 4,
        'proxy-refused': 4,
      },
      says: 'the preflight has no credentials by its nature: a login or rule before CORS refuses it',
      source: 'https://fetch.spec.whatwg.org/#http-cors-protocol',
    },
    {
      id: 'usual-export',
      alone: true,
      when: [
        { status: 403 },
        { method: ['GET', 'HEAD'] },
        {
          path: /^\/(?:[^?]{0,60}\/)?(?:exports?|reports?|statistics|analytics|billing|audit(?:-logs?)?)(?:\/[^?.]{0,80})?(?:\?|$)/,
        },
        { any: [{ sent: 'authorization' }, { sent: 'cookie' }] },
        { not: { header: 'why403' } },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: {
        'role-missing': 48,
        'feature-unavailable': 14,
        'scope-insufficient': 10,
        'credentials-invalid': 6,
        'not-owner': 6,
        'credentials-expired': 4,
      },
      says: 'exports and reports are for some roles or plans',
      source: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.4',
    },
  ],
};

export default vendor;
