import type { HostileProfile } from './profile.ts';

export const profile: HostileProfile = {
  title: 'Yesterday’s record',
  what: 'Hands out the record as it was before the last session.',
  launch: { reading: 'stale' },
};
