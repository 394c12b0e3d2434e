import { v5 } from 'uuid';

/** Namespace of this project's ids; never to change, or a statement told again would count twice. */
const NAMESPACE = '5d0c1b1e-6f7a-4c83-9e55-3c1d0b7a42f6';

/**
 * A UUID that follows from what it stands for (RFC 9562, version 5). A statement told again after a
 * lost answer has the id it had, and an LRS that holds it already says so.
 */
export function idOf(...parts: readonly (string | number)[]): string {
  return v5(JSON.stringify(parts), NAMESPACE);
}
