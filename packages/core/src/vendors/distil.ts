import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'distil',
  name: 'Imperva Bot Protection (Distil)',
  role: 'waf',
  present: [
    { header: 'x-distil-cs' },
    { body: 'distilcaptchaform' },
    { body: 'distil_r_captcha' },
    { text: 'pardon our interruption' },
  ],
  refusals: [
    {
      id: 'interruption',
      alone: true,
      when: [{ text: 'pardon our interruption' }],
      causes: { 'client-refused': 'proves' },
      says: 'the bot protection takes the client for an automaton',
      source: 'https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/distil.py',
    },
  ],
};

export default vendor;
