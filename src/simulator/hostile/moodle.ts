import type { HostileProfile } from './profile.ts';

export const profile: HostileProfile = {
  title: 'Moodle 4.5',
  what: 'Its API answers “true” where the request failed and stores nothing, and takes the values as sent; a pass mark decides at the end.',
  launch: { commit: 'lies' },
};
