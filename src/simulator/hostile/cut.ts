import type { HostileProfile } from './profile.ts';

export const profile: HostileProfile = {
  title: 'A cut record',
  what: 'Hands out the record three characters short.',
  launch: { reading: 'cut' },
};
