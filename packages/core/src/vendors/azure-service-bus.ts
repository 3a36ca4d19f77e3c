import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'azure-service-bus',
  name: 'Azure Service Bus and Event Hubs',
  role: 'api',
  present: [{ host: 'servicebus.windows.net' }],
  refusals: [
    {
      id: 'claim',
      alone: true,
      when: [{ text: /unauthorized access\. '[a-z, ]{3,40}' claim\(s\) are required to perform this operation/ }],
      causes: { 'scope-insufficient': 'proves', 'role-missing': 'suggests' },
      says: 'the shared access policy or role lacks the claim that the message names',
      source: 'https://learn.microsoft.com/en-us/azure/service-bus-messaging/service-bus-messaging-exceptions',
    },
    {
      id: 'address',
      alone: true,
      when: [{ text: /ip has been prevented to connect to the endpoint/ }],
      causes: { 'ip-refused': 'proves', 'policy-denied': 'hints' },
      says: 'the firewall of the namespace refuses this address',
      source: 'https://learn.microsoft.com/en-us/azure/service-bus-messaging/service-bus-ip-filtering',
    },
    {
      id: 'signature',
      alone: true,
      when: [{ text: /invalidsignature: the token has an invalid signature/ }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the signature was made with another key or over another address',
      source: 'https://learn.microsoft.com/en-us/azure/service-bus-messaging/service-bus-sas',
    },
    {
      id: 'expired',
      alone: true,
      when: [{ text: /expiredtoken: (the token is expired|the given sas token is expired)/ }],
      causes: { 'credentials-expired': 'proves' },
      says: 'the signature is past its time',
      source: 'https://learn.microsoft.com/en-us/azure/service-bus-messaging/service-bus-sas',
    },
  ],
};

export default vendor;
