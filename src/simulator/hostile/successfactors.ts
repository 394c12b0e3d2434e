import type { HostileProfile } from './profile.ts';

export const profile: HostileProfile = {
  title: 'SuccessFactors',
  what: 'A header of another origin above nested frames; saving breaks while the window closes.',
  launch: { frame: 'nested', throwOnClose: true },
};
