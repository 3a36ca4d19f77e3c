import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'proxmox',
  name: 'Proxmox VE',
  role: 'app',
  present: [
    { header: 'server', is: 'pve-api-daemon' },
    { cookie: 'PVEAuthCookie' },
    { text: /permission check failed \(|invalid pve ticket/ },
  ],
  refusals: [
    {
      id: 'permission-check',
      alone: true,
      when: [{ text: /permission check failed \(\/?[^,)]{0,120}, [a-z.|]{1,120}\)/ }],
      causes: { 'role-missing': 'proves' },
      says: 'the user or API token lacks the privilege on this path; with privilege separation the token needs its own permission',
      fix: {
        who: 'api-owner',
        text: 'give the user, and the token itself, a role with the privilege that the answer names',
      },
      source: 'https://pve.proxmox.com/wiki/User_Management',
    },
    {
      id: 'csrf',
      alone: true,
      when: [{ text: 'permission denied - invalid csrf token' }],
      causes: { 'csrf-missing': 'suggests', 'csrf-invalid': 'suggests' },
      says: 'the CSRFPreventionToken header is absent or not that of the ticket',
      source: 'https://pve.proxmox.com/wiki/Proxmox_VE_API',
    },
    {
      id: 'ticket',
      alone: true,
      when: [{ any: [{ text: 'permission denied - invalid PVE ticket' }, { text: 'invalid PVEVNC ticket' }] }],
      causes: { 'credentials-expired': 'proves', 'credentials-invalid': 'suggests' },
      says: 'the ticket is past its two hours, or of another node or realm',
      source: 'https://pve.proxmox.com/wiki/Proxmox_VE_API',
    },
    {
      id: 'no-ticket',
      when: [{ text: /\bno ticket\b/ }],
      causes: { 'credentials-missing': 'proves' },
      says: 'no ticket cookie or API token came',
      source: 'https://pve.proxmox.com/wiki/Proxmox_VE_API',
    },
  ],
};

export default vendor;
