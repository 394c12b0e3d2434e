import type { HostileProfile } from './profile.ts';

export const profile: HostileProfile = {
  title: 'A commit that fails',
  what: 'Fails, says so, and forgets what was to be saved.',
  launch: { commit: 'forgets' },
};
