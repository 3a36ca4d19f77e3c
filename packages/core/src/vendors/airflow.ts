import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'airflow',
  name: 'Apache Airflow',
  role: 'app',
  present: [
    { header: 'server', is: 'airflow' },
    { path: '/api/v1/dags' },
    { path: '/api/v2/dags' },
    { text: /airflow/ },
  ],
  refusals: [
    {
      id: 'forbidden',
      when: [
        { status: 403 },
        {
          any: [
            { path: '/api/v1/dags' },
            { text: 'stable-rest-api-ref.html#section/Errors' },
            { path: '/api/v2/dags' },
          ],
        },
      ],
      causes: { 'role-missing': 'suggests', 'feature-unavailable': 'hints', 'credentials-missing': 'hints' },
      says: "the user's role lacks the permission, or the API has no authentication backend",
      source:
        'https://airflow.apache.org/docs/apache-airflow-providers-fab/stable/auth-manager/api-authentication.html',
    },
    {
      id: 'log-server',
      alone: true,
      when: [{ text: /403 client error: forbidden for url: .{0,20}http:\/\/[^ ]{1,100}:8793\/log/ }],
      causes: { 'credentials-invalid': 'suggests', 'credentials-expired': 'suggests' },
      says: "the webserver cannot read a worker's log: the secret keys differ or the clocks do",
      fix: { who: 'server-admin', text: 'set the same secret_key on every component and keep the clocks in step' },
      source: 'https://airflow.apache.org/docs/apache-airflow/stable/configurations-ref.html#secret-key',
    },
    {
      id: 'usual-api-anonymous',
      alone: true,
      when: [
        { status: [401, 403] },
        {
          path: /^\/(?:airflow\/)?api\/v[12]\/(?:dags|connections|variables|pools|dagRuns|taskInstances|health|config|users|roles|importErrors|eventLogs|assets)(?:[/?]|$)/,
        },
        { not: { sent: 'authorization' } },
        { any: [{ path: '/airflow/' }, { path: /^\/api\/v[12]\/(?:dags|dagRuns|importErrors|pools)(?:[/?]|$)/ }] },
      ],
      causes: {},
      usual: { 'credentials-missing': 48, 'feature-unavailable': 26, 'role-missing': 6 },
      says: 'no login came, or auth_backends is deny_all or session only',
      source:
        'https://airflow.apache.org/docs/apache-airflow-providers-fab/stable/auth-manager/api-authentication.html',
    },
    {
      id: 'usual-api-auth',
      alone: true,
      when: [
        { status: [401, 403] },
        {
          path: /^\/(?:airflow\/)?api\/v[12]\/(?:dags|connections|variables|pools|dagRuns|taskInstances|health|config|users|roles|importErrors|eventLogs|assets)(?:[/?]|$)/,
        },
        { sent: 'authorization' },
        { any: [{ path: '/airflow/' }, { path: /^\/api\/v[12]\/(?:dags|dagRuns|importErrors|pools)(?:[/?]|$)/ }] },
      ],
      causes: {},
      usual: { 'credentials-invalid': 30, 'feature-unavailable': 28, 'role-missing': 26, 'credentials-expired': 6 },
      says: 'basic_auth is not among auth_backends, or the role lacks the permission',
      source:
        'https://airflow.apache.org/docs/apache-airflow-providers-fab/stable/auth-manager/api-authentication.html',
    },
  ],
};

export default vendor;
