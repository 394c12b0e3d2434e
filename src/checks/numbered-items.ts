import type { Path } from '#src/content/yaml-file.ts';
import type { Lesson } from '#src/course/course.ts';

/** What has a permanent number in its lesson, with its place in the files. */
export interface NumberedItem {
  readonly item: { readonly id: string; readonly number: number };
  readonly what: 'Question' | 'Lab';
  readonly file: string;
  readonly path: Path;
}

/** Every question and lab of a lesson: they share one row of numbers. */
export function numberedItems({ folder, questions, checks, exam, labs }: Lesson): NumberedItem[] {
  const placed = (
    items: readonly NumberedItem['item'][],
    name: string,
    key: string,
    what: NumberedItem['what'] = 'Question',
  ) => items.map((item, index) => ({ item, what, file: `${folder}/${name}`, path: [key, index] }));
  return [
    ...placed(questions, 'quiz.yaml', 'questions'),
    ...placed(checks, 'quiz.yaml', 'checks'),
    ...placed(exam, 'exam.yaml', 'questions'),
    ...placed(labs, 'labs.yaml', 'labs', 'Lab'),
  ];
}
