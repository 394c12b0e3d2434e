import { resolve, sep } from 'node:path';
import type { Plugin } from 'vite';
import { packOutline } from '#src/course/outline-pack.ts';
import { diskReader } from './disk-reader.ts';
import { loadCourse, type LoadedCourse } from './load-course.ts';
import { toBank, toExamContent, toGlossary, toLessonContent, toOutline } from './outline.ts';
import { formatProblems } from './problem.ts';

const COURSE = 'virtual:course';
const LESSON = 'virtual:lesson/';
const EXAM = 'virtual:exam/';
const BANK = 'virtual:bank';
const GLOSSARY = 'virtual:glossary';

/**
 * Gives the player its course: `virtual:course` exports the packed outline and one loader for each
 * lesson, in the outline's order, `virtual:lesson/<id>` a lesson's text and content, `virtual:bank`
 * what the final assessment draws from and how to load it, `virtual:exam/<id>` a lesson's questions
 * for it, `virtual:glossary` all terms. Content of broken shape stops
 * the build with its problems; on a dev server it shows in the browser until it is mended.
 */
export function coursePlugin(folder: string): Plugin {
  const root = resolve(folder);
  let loading: Promise<LoadedCourse> | undefined;

  const course = () => (loading ??= load(root));

  return {
    name: 'course-content',
    resolveId: (id) =>
      [COURSE, BANK, GLOSSARY].includes(id) || id.startsWith(LESSON) || id.startsWith(EXAM)
        ? `\0${id}`
        : undefined,
    async load(id) {
      if (id === `\0${COURSE}`) return courseModule(await course());
      if (id === `\0${BANK}`) return bankModule(await course());
      if (id === `\0${GLOSSARY}`) return glossaryModule(await course());
      if (id.startsWith(`\0${LESSON}`))
        return lessonModule(await course(), root, id.slice(LESSON.length + 1));
      if (id.startsWith(`\0${EXAM}`)) return examModule(await course(), id.slice(EXAM.length + 1));
      return undefined;
    },
    configureServer(server) {
      let hadFlaw = false;

      /** The page that runs stays as it is, with the problems over it, until they are mended. */
      async function changed(path: string): Promise<void> {
        loading = undefined;
        for (const module of server.moduleGraph.idToModuleMap.values()) {
          if (module.id?.startsWith('\0virtual:')) server.moduleGraph.invalidateModule(module);
        }
        const flaw = await flawOf(course);
        if (flaw) server.ws.send({ type: 'error', err: { message: flaw, stack: '' } });
        else if (hadFlaw || !path.endsWith('.md')) server.ws.send({ type: 'full-reload' });
        hadFlaw = flaw !== undefined;
      }

      server.watcher.add(root);
      server.watcher.on('all', (_event, path) => {
        if (path.startsWith(root + sep)) void changed(path);
      });
    },
  };
}

/** @throws Error with all problems of shape. */
async function load(root: string): Promise<LoadedCourse> {
  const { loaded, problems } = await loadCourse(diskReader(root));
  if (!loaded) throw new Error(`\n${formatProblems(problems)}\n`);
  return loaded;
}

/** Why the content can't be loaded; undefined where it can. */
async function flawOf(course: () => Promise<LoadedCourse>): Promise<string | undefined> {
  try {
    await course();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function courseModule({ course }: LoadedCourse): string {
  const loaders = course.lessons.map(({ id }) => `() => import(${JSON.stringify(LESSON + id)})`);
  return [
    `export const reporting = ${JSON.stringify(course.config.reporting)};`,
    `export const packedOutline = ${JSON.stringify(packOutline(toOutline(course)))};`,
    `export const lessonLoaders = [${loaders.join(', ')}];`,
    `export const loadBank = () => import(${JSON.stringify(BANK)});`,
  ].join('\n');
}

function bankModule({ course }: LoadedCourse): string {
  const examined = course.lessons.filter(({ exam }) => exam.length > 0);
  const loaders = examined.map(
    ({ number, id }) => `[${number}, () => import(${JSON.stringify(EXAM + id)})]`,
  );
  return [
    `export const bank = ${JSON.stringify(toBank(course))};`,
    `export const examLoaders = new Map([${loaders.join(', ')}]);`,
  ].join('\n');
}

/** Apart from the lesson's chunk: what a quiz loads holds no key of the assessment. */
function examModule({ course }: LoadedCourse, id: string): string {
  const lesson = course.lessons.find((candidate) => candidate.id === id);
  if (!lesson) throw new Error(`There is no lesson “${id}”.`);
  return `export const content = ${JSON.stringify(toExamContent(lesson))};`;
}

function glossaryModule(loaded: LoadedCourse): string {
  return `export const glossary = ${JSON.stringify(toGlossary(loaded))};`;
}

function lessonModule({ course, texts }: LoadedCourse, root: string, id: string): string {
  const lesson = course.lessons.find((candidate) => candidate.id === id);
  const text = lesson && texts.get(lesson.folder);
  if (!lesson || !text) throw new Error(`There is no lesson “${id}”.`);
  return [
    `export { default as Text } from ${JSON.stringify(resolve(root, lesson.folder, 'index.md'))};`,
    `export const content = ${JSON.stringify(toLessonContent(course, lesson, text))};`,
  ].join('\n');
}
