import type { HostileProfile } from './profile.ts';

export const profile: HostileProfile = {
  title: 'A strict policy',
  what: 'Serves the course under a strict content security policy.',
  launch: { profile: 'csp' },
};
