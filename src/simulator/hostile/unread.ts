import type { HostileProfile } from './profile.ts';

export const profile: HostileProfile = {
  title: 'A read that fails',
  what: 'Answers the read of the record with an error.',
  launch: { reading: 'refused' },
};
