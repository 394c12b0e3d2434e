import type { HostileProfile } from './profile.ts';

export const profile: HostileProfile = {
  title: 'Docebo',
  what: 'Takes 4,096 characters of suspend data, and not one more.',
  launch: { limit: 4096 },
};
