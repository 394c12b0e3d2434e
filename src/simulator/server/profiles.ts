import { extname } from 'node:path/posix';
import type { Profile } from '#src/simulator/contract.ts';

/** Types of what courses are made of; anything else is application/octet-stream. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.htm': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.xsd': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.vtt': 'text/vtt; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.webm': 'video/webm',
  '.pdf': 'application/pdf',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

const isPage = (extension: string): boolean => extension === '.html' || extension === '.htm';

/** What a server that knows few types still serves. */
const POOR = ['.html', '.htm', '.js', '.css', '.png', '.jpg', '.jpeg', '.svg'];

/**
 * The strictest policy that a plain built site runs under: its own files, inline start script and
 * styles; no eval, no blob workers, no other host.
 */
const CSP = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "object-src 'none'",
  "base-uri 'self'",
].join('; ');

/** Headers with which a profile serves a file; undefined: it answers 404. */
export function headersFor(profile: Profile, path: string): Record<string, string> | undefined {
  const extension = extname(path).toLowerCase();
  if (profile === 'poor-mime' && !POOR.includes(extension)) return undefined;
  const headers = { 'Content-Type': typeFor(profile, extension), 'Cache-Control': 'no-cache' };
  if (profile === 'csp') return { ...headers, 'Content-Security-Policy': CSP };
  if (profile === 'no-unload') return { ...headers, 'Permissions-Policy': 'unload=()' };
  return headers;
}

function typeFor(profile: Profile, extension: string): string {
  const type = TYPES[extension] ?? 'application/octet-stream';
  if (isPage(extension)) return type;
  if (profile === 'octet') return 'application/octet-stream';
  return profile === 'plain' ? 'text/plain' : type;
}
