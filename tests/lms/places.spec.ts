import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { courseUnderTest } from '../support/content.ts';
import { Learner } from '../support/learner.ts';
import { expect, LMS_FORMATS, test, type LmsFormat } from '../support/lms.ts';

const course = await courseUnderTest();
const [first] = course.lessons;
const [one] = first?.questions ?? [];
if (!first || !one) throw new Error('These tests need a lesson with a question.');

function packageOf(format: LmsFormat): string {
  const name = readdirSync('dist').find((file) => file.endsWith(`-${format}.zip`));
  if (!name) throw new Error(`There is no ${format} package: run \`npm run pack\`.`);
  return name;
}

for (const format of LMS_FORMATS) {
  test(`${format} starts from disk, and says that nothing is saved there`, async ({
    page,
  }, info) => {
    const folder = info.outputPath('package');
    for (const [name, bytes] of Object.entries(
      unzipSync(readFileSync(join('dist', packageOf(format)))),
    )) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), bytes);
    }
    await page.goto(pathToFileURL(join(folder, 'index.html')).href);
    await expect(page.getByText('Nothing is saved: the course has no')).toBeVisible({
      timeout: 15_000,
    });
    const learner = new Learner(page);
    await learner.openQuiz(first);
    await learner.answer(one, 'right');
    await expect(learner.result).toContainText('Right');
  });

  test(`${format} finds its LMS below a window of another origin`, async ({ page, simulator }) => {
    const address = `${simulator}?package=${packageOf(format)}&launch=1`;
    await page.setContent(`<iframe src="${address}" width="1000" height="800"></iframe>`);
    await expect.poll(() => page.frame('course') !== null).toBe(true);
    const frame = page.frame('course');
    if (!frame) throw new Error('The course’s frame went away.');
    const learner = new Learner(frame);
    await learner.openQuiz(first);
    await learner.answer(one, 'right');
    await expect(frame.getByText(/^Saved/)).toBeVisible();
  });
}

test('a package asks no other host for anything, and loads little before the first screen', async ({
  page,
  simulator,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${simulator}?package=${packageOf('scorm12')}&launch=1`);
  await expect.poll(() => page.frame('course') !== null).toBe(true);
  const frame = page.frame('course');
  await expect(frame?.getByRole('heading', { level: 1 }) ?? page.locator('none')).toBeVisible();
  const { origin } = new URL(simulator);
  expect(asked.filter((url) => new URL(url).origin !== origin)).toEqual([]);
  expect(asked.filter((url) => url.includes('/run/')).length).toBeLessThanOrEqual(8);
});
