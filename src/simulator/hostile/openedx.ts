import type { HostileProfile } from './profile.ts';

export const profile: HostileProfile = {
  title: 'Open edX',
  what: 'The API appears after four seconds and gives no mode.',
  launch: { frame: 'late', blankMode: true },
};
