import type { HostileProfile } from './profile.ts';

export const profile: HostileProfile = {
  title: 'Chamilo',
  what: 'Says “true” to a commit and keeps nothing of it.',
  launch: { commit: 'lies' },
};
