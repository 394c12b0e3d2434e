/**
 * The requirements of cmi5 that are not the course's, by their ids in `@cmi5/requirements`. Derived
 * ones, such as `8.2.3.0-1 (d)`, say what an LMS rejects, and are the LMS's throughout.
 */

/** What an LMS must do; the simulated LMS of the tests does as much of it as the course can see. */
export const LMS_DUTIES: readonly string[] = [
  ...['4.2.0.0-1', '4.2.0.0-2', '6.0.0.0-1', '6.0.0.0-2', '6.0.0.0-3', '6.0.0.0-4', '6.0.0.0-5'],
  ...['6.0.0.0-6', '6.1.0.0-1', '6.1.0.0-2', '6.1.0.0-3', '6.2.0.0-1', '6.3.0.0-1', '6.3.0.0-2'],
  ...['8.1.0.0-1', '8.1.0.0-2', '8.1.0.0-3', '8.1.0.0-4', '8.1.0.0-5', '8.1.0.0-8', '8.1.1.0-1'],
  ...['8.1.2.0-1', '8.1.2.0-2', '8.1.3.0-1', '8.1.4.0-1', '8.1.5.0-1', '8.1.5.0-2', '8.1.5.0-3'],
  ...['8.1.5.0-4', '8.2.1.0-1', '8.2.1.0-3', '8.2.1.0-4', '8.2.1.0-6', '8.2.2.0-1', '8.2.2.0-2'],
  ...['8.2.2.0-3', '8.2.3.0-1', '8.2.3.2-1', '9.2.0.0-1', '9.3.0.0-9', '9.3.0.0-10', '9.3.0.0-11'],
  ...['9.3.1.0-1', '9.3.1.0-2', '9.3.3.0-3', '9.3.4.0-4', '9.3.6.0-1', '9.3.6.0-2', '9.3.7.0-1'],
  ...['9.3.7.0-2', '9.3.7.0-3', '9.3.7.0-4', '9.3.8.0-3', '9.3.8.0-4', '9.3.9.0-1', '9.3.9.0-2'],
  ...['9.3.9.0-3', '9.3.9.0-4', '9.3.9.0-5', '9.3.9.0-6', '9.3.9.0-7', '9.3.9.0-8', '9.3.9.0-9'],
  ...['9.5.4.2-1', '9.5.4.2-2', '9.5.5.2-1', '9.6.1.1-2', '9.6.1.1-3', '9.6.2.3-1', '9.6.2.3-2'],
  ...['9.6.3.1-1', '9.6.3.1-2', '9.6.3.1-3', '9.6.3.2-1', '9.6.3.3-1', '9.6.3.4-1', '9.6.3.6-1'],
  ...['9.6.3.7-1', '10.1.0.0-1', '10.1.0.0-2', '10.1.0.0-3', '10.1.0.0-4', '10.1.0.0-5'],
  ...['10.2.1.0-1', '10.2.1.0-2', '10.2.1.0-3', '10.2.2.0-4', '10.2.3.0-1', '10.2.4.0-1'],
  ...['10.2.5.0-1', '10.2.7.0-1', '10.2.7.1-1', '10.2.7.2-1', '13.1.0.0-1', '13.1.4.0-3'],
  ...['14.0.0.0-1'],
];

/** What asks for something that this course does not have. */
export const NOT_APPLICABLE: Readonly<Record<string, string>> = {
  '9.3.5.0-1': 'Nobody fails: attempts are unlimited (decision 0004), and “failed” is never told.',
  '9.3.5.0-2': '“failed” is never told.',
  '9.5.2.0-2': '“failed” is never told.',
  '9.5.4.1-4': '“failed” is never told.',
  '11.0.0.0-5': 'The course reads the preferences; it never writes them.',
  '11.1.0.0-1': 'The course has one language, and never writes the preference.',
  '11.1.0.0-2': 'The course has one language, and never writes the preference.',
  '11.2.0.0-1': 'The course has no sound.',
  '13.1.2.0-1': 'The course structure has no blocks.',
  '13.1.3.0-1': 'The course structure has no objectives.',
  '13.1.5.0-1': 'The course structure has no elements of our own.',
  '13.1.5.0-2': 'The course structure has no elements of our own.',
  '14.1.0.0-4': 'A package holds all of its media.',
};
