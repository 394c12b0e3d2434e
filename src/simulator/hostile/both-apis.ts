import type { HostileProfile } from './profile.ts';

export const profile: HostileProfile = {
  title: 'Both standards at once',
  what: 'Offers the API of the other standard beside the right one.',
  launch: { bothApis: true },
};
