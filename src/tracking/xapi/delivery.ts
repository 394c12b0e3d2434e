import type { Lrs, Reply } from './lrs.ts';
import type { Statement } from './statement.ts';

/** What became of a statement. */
export type Fate =
  /** The LRS has it. */
  | { readonly is: 'there' }
  /** The LRS will never take it. */
  | { readonly is: 'refused'; readonly reason: string }
  /** Nobody knows; it is to be sent again. */
  | { readonly is: 'open'; readonly reason: string };

/** Characters of statements in one request: small enough to outlive the page. */
const MOST_IN_ONE = 24_000;

/**
 * Sends statements in as few requests as possible, in order. Where the LRS refuses a batch, each is
 * sent alone, so that one that it does not like keeps no other back.
 */
export async function deliver(
  lrs: Lrs,
  statements: readonly Statement[],
): Promise<ReadonlyMap<Statement, Fate>> {
  const fates = new Map<Statement, Fate>();
  for (const batch of batches(statements)) {
    const reply = await lrs.send(batch);
    if (reply.ok) batch.forEach((statement) => fates.set(statement, { is: 'there' }));
    else if (!isRefusal(reply)) return openFrom(statements, fates, reply.reason);
    else {
      for (const statement of batch) {
        const fate = await deliverOne(lrs, statement, batch.length === 1 ? reply : undefined);
        if (fate.is === 'open') return openFrom(statements, fates, fate.reason);
        fates.set(statement, fate);
      }
    }
  }
  return fates;
}

/** In as few pieces as fit into one request each. */
export function* batches(statements: readonly Statement[]): Generator<readonly Statement[]> {
  let batch: Statement[] = [];
  let size = 0;
  for (const statement of statements) {
    const length = JSON.stringify(statement).length;
    if (batch.length > 0 && size + length > MOST_IN_ONE) {
      yield batch;
      [batch, size] = [[], 0];
    }
    batch.push(statement);
    size += length;
  }
  if (batch.length > 0) yield batch;
}

/**
 * A conflict tells that the LRS holds a statement of this id, and ids follow from what happened. Any
 * other refusal may mean the same: a cmi5 LMS takes one `completed` for each registration.
 */
async function deliverOne(
  lrs: Lrs,
  statement: Statement,
  known: Reply<undefined> | undefined,
): Promise<Fate> {
  const reply = known ?? (await lrs.send([statement]));
  if (reply.ok || reply.status === 409) return { is: 'there' };
  if (!isRefusal(reply)) return { is: 'open', reason: reply.reason };
  return (await lrs.holds(statement.id))
    ? { is: 'there' }
    : { is: 'refused', reason: reply.reason };
}

/** The request itself is at fault, not the line, the sign-in or the load (xAPI Communication, 3.2). */
function isRefusal(reply: Reply<undefined>): boolean {
  if (reply.ok || reply.status === undefined) return false;
  return reply.status >= 400 && reply.status < 500 && ![401, 408, 425, 429].includes(reply.status);
}

function openFrom(
  statements: readonly Statement[],
  fates: Map<Statement, Fate>,
  reason: string,
): ReadonlyMap<Statement, Fate> {
  for (const statement of statements) {
    if (!fates.has(statement)) fates.set(statement, { is: 'open', reason });
  }
  return fates;
}
