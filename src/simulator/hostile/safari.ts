import type { HostileProfile } from './profile.ts';

export const profile: HostileProfile = {
  title: 'Safari',
  what: 'No unload events; calls made while the page goes throw.',
  launch: { profile: 'no-unload', throwOnClose: true },
};
