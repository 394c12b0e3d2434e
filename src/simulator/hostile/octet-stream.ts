import type { HostileProfile } from './profile.ts';

export const profile: HostileProfile = {
  title: 'A careless server',
  what: 'Labels every file but pages as a download.',
  launch: { profile: 'octet' },
};
