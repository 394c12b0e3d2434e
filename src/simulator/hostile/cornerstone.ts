import type { HostileProfile } from './profile.ts';

export const profile: HostileProfile = {
  title: 'Cornerstone',
  what: 'The course runs frames below the LMS, and a commit takes its time.',
  launch: { frame: 'nested', commitDelay: 300 },
};
