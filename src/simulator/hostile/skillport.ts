import type { HostileProfile } from './profile.ts';

export const profile: HostileProfile = {
  title: 'Skillport',
  what: 'Every commit blocks the page for 800 ms.',
  launch: { commitDelay: 800 },
};
