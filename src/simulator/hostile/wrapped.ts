import type { HostileProfile } from './profile.ts';

export const profile: HostileProfile = {
  title: 'Line breaks',
  what: 'Hands out the record with a line break behind it.',
  launch: { reading: 'wrapped' },
};
