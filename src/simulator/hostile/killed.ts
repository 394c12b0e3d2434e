import type { HostileProfile } from './profile.ts';

export const profile: HostileProfile = {
  title: 'A browser that dies',
  what: 'Nothing that the course does after 40 calls has an effect.',
  launch: { dieAfter: 40 },
};
