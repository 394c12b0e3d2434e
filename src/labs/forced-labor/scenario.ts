import * as v from 'valibot';
import { described, idField, textField } from '#src/course/schemas.ts';

/** What an importer may answer. */
export const ROUTES = ['scope', 'exception', 'both', 'export'] as const;
export type Route = (typeof ROUTES)[number];

/** As many papers a case may have: an answer is saved as one small number. */
export const MOST_PAPERS = 12;

const days = (description: string) =>
  described(v.pipe(v.number(), v.integer(), v.minValue(1)), description);

const route = v.strictObject({
  label: textField('Its name, as on a radio button.'),
  says: textField('What the importer says by it, in a sentence.'),
});

const paper = v.strictObject({
  id: idField('Permanent name of the paper.'),
  text: textField('The paper. No other of the case reads alike.'),
  shows: textField('What comes when it is asked for.'),
  days: days('Days until it comes.'),
  kind: described(
    v.picklist(['trace', 'conduct', 'guidance', 'inquiry', 'claim', 'stray', 'refused']),
    'trace: shows this link for this lot. conduct: shows how people work there. guidance: the importer follows the official guidance. inquiry: answers what CBP asks. claim: words only. stray: about another lot. refused: nothing comes.',
  ),
  reaches: v.optional(described(v.boolean(), 'true: it shows that the Act reaches the goods.')),
});

const link = v.strictObject({
  id: idField('Permanent name of the link.'),
  label: textField(
    'Its trade, in lower case with its article, such as “the gin”; the importer is the last.',
  ),
  who: textField('What is known of it at the start.'),
  papers: described(v.pipe(v.array(paper), v.minLength(1)), 'What it can be asked for.'),
});

const detainedCase = v.strictObject({
  id: idField('Permanent name of the case.'),
  goods: textField('The goods, as a heading.'),
  facts: textField('Why CBP detains them.'),
  links: described(
    v.pipe(
      v.array(link),
      v.minLength(2),
      v.check(
        (links) => links.flatMap(({ papers }) => papers).length <= MOST_PAPERS,
        `must not have more than ${MOST_PAPERS} papers in all`,
      ),
    ),
    'From the raw material to the importer.',
  ),
  fits: described(v.picklist(['scope', 'exception', 'export']), 'What an expert answers.'),
  because: textField('Why that route fits.'),
  proof: textField('What proof it takes, or why there is none.'),
});

const refusal = (when: string) => textField(`CBP is not persuaded: ${when}. \`{link}\` names one.`);

const clock = v.strictObject({
  notice: days('Day on which the notice of detention comes. Day 0 is that of the presentation.'),
  decision: days('Last day on which CBP may decide.'),
  review: days('Days that CBP needs for a file.'),
  extension: days('Days that an extension adds.'),
  extensions: described(v.pipe(v.number(), v.integer(), v.minValue(0)), 'How many there may be.'),
  protest: days('Days to protest an exclusion.'),
  because: textField('Why the clock matters: an expert’s reason.'),
});

/** Goods detained over forced labor: trace them, choose a route, prove it before the clock runs out. */
export const forcedLaborScenario = v.strictObject({
  draws: described(v.pipe(v.number(), v.integer(), v.minValue(1)), 'How many cases a run draws.'),
  clock: described(clock, 'How long everything takes.'),
  routes: v.strictObject({ scope: route, exception: route, both: route, export: route }),
  refusals: v.strictObject({
    mixed: refusal('two routes in one answer'),
    letter: refusal('words only, or nothing at all'),
    reached: refusal('the Act does reach the goods, at the link'),
    stray: refusal('a paper is about another lot, at the link'),
    gap: refusal('nothing shows the link'),
    conceded: refusal('an exception where the Act does not reach the goods'),
    unmet: refusal('an exception without guidance followed and inquiries answered'),
    unclear: refusal('the evidence is not clear and convincing'),
  }),
  extended: textField('There is more time. `{day}` is the new last day for the file.'),
  again: textField('The goods are excluded: `{day}` is the last day for a protest.'),
  outcomes: v.strictObject({
    released: textField('CBP releases the goods, for the Act does not reach them.'),
    granted: textField('CBP grants an exception.'),
    silent: textField('No file came in time: the goods are deemed excluded.'),
    exported: textField('The goods are exported, since no proof can be had.'),
    blind: textField('The same, but the importer did not find out whether proof can be had.'),
    wasted: textField('Goods are exported that could have been released.'),
    denied: textField('CBP denies the protest.'),
  }),
  rules: v.strictObject({
    route: textField('Citation for the routes.'),
    proof: textField('Citation for the proof.'),
    clock: textField('Citation for the clock.'),
  }),
  cases: described(v.pipe(v.array(detainedCase), v.minLength(1)), 'All that a run may draw.'),
});
export type ForcedLabor = v.InferOutput<typeof forcedLaborScenario>;
export type Case = ForcedLabor['cases'][number];
export type Link = Case['links'][number];
export type Paper = Link['papers'][number];
