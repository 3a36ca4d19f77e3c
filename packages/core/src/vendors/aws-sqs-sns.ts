import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'aws-sqs-sns',
  name: 'Amazon SQS and SNS',
  role: 'api',
  present: [{ host: /^(sqs|sns)\.[a-z0-9-]+\.amazonaws\.com$/ }],
  refusals: [
    {
      id: 'resource-denied',
      alone: true,
      when: [{ text: /access to the resource https:\/\/(sqs\.)?[^ ]{1,200} is denied/ }],
      causes: { 'role-missing': 'suggests', 'policy-denied': 'hints', 'object-hidden': 'hints' },
      says: 'the policy of the queue or of the role does not allow this',
      source:
        'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/troubleshooting-access-denied.html',
    },
    {
      id: 'queue-hidden',
      alone: true,
      when: [{ text: 'the specified queue does not exist or you do not have access to it' }],
      causes: { 'object-hidden': 'suggests', 'role-missing': 'hints' },
      says: 'SQS does not say whether the queue is absent or closed',
      source: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueUrl.html',
    },
  ],
};

export default vendor;
