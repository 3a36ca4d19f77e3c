import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'confluent',
  name: 'Kafka REST, Schema Registry and Confluent',
  role: 'app',
  present: [
    { header: 'content-type', is: 'application/vnd.schemaregistry' },
    { header: 'content-type', is: 'application/vnd.kafka' },
    { body: /"error_code": ?40[13]0[0-9]\b/ },
  ],
  refusals: [
    {
      id: 'denied',
      alone: true,
      when: [
        {
          any: [
            { text: /user is denied operation [a-z]{1,20} on / },
            { code: '40301' },
            { text: 'TopicAuthorizationException' },
          ],
        },
        { any: [{ text: /user is denied operation/ }, { body: /"error_code": ?40301/ }] },
      ],
      causes: { 'role-missing': 'proves' },
      says: 'the user lacks the role or ACL on this subject or topic',
      source: 'https://docs.confluent.io/platform/current/schema-registry/develop/api.html',
    },
  ],
};

export default vendor;
