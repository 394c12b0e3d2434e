import type { HostileProfile } from './profile.ts';

export const profile: HostileProfile = {
  title: 'A short list of types',
  what: 'Serves html, js, css, png, jpg and svg, and 404 for the rest.',
  launch: { profile: 'poor-mime' },
};
