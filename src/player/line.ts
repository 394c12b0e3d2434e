/** How it stands with the server that the package came from. `unknown`: it can't be told here. */
export type LineState = 'up' | 'down' | 'signed-out' | 'unknown';

/** A file of the package whose text is known, relative to the page. */
const TOKEN_FILE = 'line.txt';
/** What stands in it. */
export const TOKEN = 'trade winds are steady\n';
/** Milliseconds after which a server counts as gone. */
const PATIENCE = 8_000;
/** Milliseconds that the first screen has the line to itself. */
const HEAD_START = 1_500;

/**
 * Asks the server for a file of the package, past every cache. A `true` from an LMS's Commit proves
 * nothing where its request failed behind it (field guide R12): a page of another text, or sent
 * elsewhere, is a sign-in.
 */
export async function checkLine(window: Window): Promise<LineState> {
  try {
    const answer = await window.fetch(new URL(TOKEN_FILE, window.document.baseURI), {
      cache: 'no-store',
      redirect: 'manual',
      credentials: 'same-origin',
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (answer.status >= 500) return 'down';
    return answer.ok && (await answer.text()) === TOKEN ? 'up' : 'signed-out';
  } catch {
    return 'down';
  }
}

/**
 * The check as a session uses it: one that failed from the start, on the page that has just arrived,
 * can't tell anything here (a file:// page, a policy that forbids it, a file that was left out).
 */
export function lineCheck(window: Window): () => Promise<LineState> {
  const first = new Promise<LineState>((resolve) => {
    window.setTimeout(() => resolve(checkLine(window)), HEAD_START);
  });
  return async () => ((await first) === 'up' ? checkLine(window) : 'unknown');
}
