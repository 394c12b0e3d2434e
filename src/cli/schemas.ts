import { toJsonSchema } from '@valibot/to-json-schema';
import { examSchema, labsSchema, quizSchema } from '#src/content/load-course.ts';
import {
  claimsSchema,
  courseSchema,
  glossarySchema,
  lessonSchema,
  sourcesSchema,
} from '#src/course/schemas.ts';

const SCHEMAS = {
  course: courseSchema,
  lesson: lessonSchema,
  quiz: quizSchema,
  exam: examSchema,
  labs: labsSchema,
  claims: claimsSchema,
  glossary: glossarySchema,
  sources: sourcesSchema,
} as const;

/** JSON Schemas of the authored files, for editors: file name → text. */
export function jsonSchemas(): Map<string, string> {
  return new Map(
    Object.entries(SCHEMAS).map(([name, schema]) => {
      const json = toJsonSchema(schema, { typeMode: 'input', errorMode: 'ignore' });
      return [`${name}.schema.json`, `${JSON.stringify(json, null, 2)}\n`];
    }),
  );
}
