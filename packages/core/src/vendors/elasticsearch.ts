import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'elasticsearch',
  name: 'Elasticsearch / OpenSearch / Kibana',
  role: 'database',
  present: [
    { header: 'x-elastic-product' },
    { header: 'kbn-name' },
    { header: 'kbn-license-sig' },
    {
      text: /security_exception|cluster_block_exception|request must contain (?:a |an )?(?:kbn-xsrf|osd-xsrf)|no permissions for \[/,
    },
  ],
  refusals: [
    {
      id: 'unauthorized-action',
      alone: true,
      when: [
        {
          any: [
            { text: /action \[[^\]]{1,120}\] is unauthorized for (?:user|api key|service account|run as)/ },
            { text: /action \[[^\]]{1,120}\] is unauthorized/ },
          ],
        },
      ],
      causes: { 'role-missing': 'proves' },
      says: 'the user or API key lacks a privilege; the answer names it',
      fix: { who: 'api-owner', text: 'give a role with the privilege that the answer names' },
      source: 'https://www.elastic.co/guide/en/elasticsearch/reference/current/security-privileges.html',
    },
    {
      id: 'opensearch-no-permissions',
      alone: true,
      when: [{ text: /no permissions for \[[^\]]{0,300}\]/ }],
      causes: { 'role-missing': 'proves' },
      says: "OpenSearch or Open Distro security: the user's backend roles map to no permission for this",
      source: 'https://docs.opensearch.org/latest/security/access-control/permissions/',
    },
    {
      id: 'flood-stage',
      alone: true,
      when: [{ text: /(?:forbidden|too_many_requests)\/12\/(?:index read-only|disk usage exceeded flood-stage)/ }],
      causes: { 'server-rule': 'proves', 'policy-denied': 'hints' },
      says: 'the disk passed the flood-stage watermark, and the index is read-only since',
      fix: {
        who: 'server-admin',
        text: 'free disk space; older versions want index.blocks.read_only_allow_delete reset to null',
      },
      source: 'https://www.elastic.co/guide/en/elasticsearch/reference/current/fix-watermark-errors.html',
    },
    {
      id: 'block',
      alone: true,
      when: [{ text: /(?:forbidden|service_unavailable)\/(?:4|5|6|7|8|9|10|11|13)\/(?:index|cluster)/ }],
      causes: { 'server-rule': 'proves', 'policy-denied': 'hints' },
      says: 'a block set on the index or cluster refuses this',
      source: 'https://www.elastic.co/guide/en/elasticsearch/reference/current/index-modules-blocks.html',
    },
    {
      id: 'licence',
      alone: true,
      when: [{ text: /current license is non-compliant for \[/ }],
      causes: { 'feature-unavailable': 'proves' },
      says: 'the licence does not include this feature',
      source: 'https://www.elastic.co/subscriptions',
    },
    {
      id: 'missing-credentials',
      alone: true,
      when: [
        {
          any: [
            { text: /missing authentication credentials for rest request/ },
            { text: 'missing authentication token for REST request' },
          ],
        },
      ],
      causes: { 'credentials-missing': 'proves' },
      says: 'no credentials came',
      source: 'https://www.elastic.co/guide/en/elasticsearch/reference/current/security-privileges.html',
    },
    {
      id: 'unable-to-authenticate',
      alone: true,
      when: [{ text: /unable to authenticate (?:user \[|with provided credentials)/ }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the user name, password, API key or token is wrong',
      source: 'https://www.elastic.co/guide/en/elasticsearch/reference/current/security-privileges.html',
    },
    {
      id: 'kbn-xsrf',
      alone: true,
      when: [{ text: /request must contain (?:a |an )?(?:kbn-xsrf|osd-xsrf|kbn-version) header/ }],
      causes: { 'csrf-missing': 'proves' },
      says: 'Kibana wants the header kbn-xsrf (OpenSearch Dashboards: osd-xsrf) on writes',
      fix: { who: 'caller', text: 'send kbn-xsrf: true (osd-xsrf: true)' },
      source: 'https://www.elastic.co/guide/en/kibana/current/api.html#api-request-headers',
    },
    {
      id: 'index-system',
      alone: true,
      when: [{ text: /because this operation is not allowed on (?:restricted|system) ind/ }],
      causes: { 'policy-denied': 'suggests', 'role-missing': 'hints' },
      says: 'system indices cannot be changed this way',
      source: 'https://www.elastic.co/guide/en/elasticsearch/reference/current/system-indices.html',
    },
  ],
};

export default vendor;
