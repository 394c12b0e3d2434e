import { v5 } from 'uuid';

/** Namespace of course ids; never to change: learning systems know a course by what follows. */
const NAMESPACE = 'b0e6a5b0-3b1f-4d0e-8a1c-7c2f5d9e4a61';

/**
 * IRI of a course, or of a part of it, that follows from its permanent id alone. A URN, since a course
 * has no home of its own on the web (RFC 9562, section 4).
 */
export const courseIri = (courseId: string, part = ''): string =>
  `urn:uuid:${v5(`${courseId}/${part}`, NAMESPACE)}`;
