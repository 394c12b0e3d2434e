import type { Finding } from '#src/questions/kind.ts';
import { isBest } from './path.ts';
import type { Case, Decision } from './schema.ts';

function findDuplicateIds({ decisions }: Case): readonly Finding[] {
  return decisions.flatMap(({ id }, index) => {
    if (decisions.findIndex((other) => other.id === id) === index) return [];
    return [
      {
        rule: 'quiz/duplicate-decision',
        path: ['decisions', index, 'id'],
        message: `Two decisions have the id “${id}”.`,
        hint: 'Give one of them another id, and see which of them each `next` means.',
      },
    ];
  });
}

/** Where the decision at `index` may lead to, for a hint. */
function listAhead(decisions: readonly Decision[], index: number): string {
  const ahead = decisions.slice(index + 1).map(({ id }) => id);
  return ahead.length === 0
    ? 'Leave `next` out: nothing follows the last decision.'
    : `Write one of ${ahead.join(', ')}, or leave \`next\` out to end the case.`;
}

function findWrongNext({ decisions }: Case): readonly Finding[] {
  return decisions.flatMap(({ options }, index) =>
    options.flatMap(({ next }, option) => {
      if (next === undefined) return [];
      const isThere = ({ id }: Decision) => id === next;
      if (decisions.slice(index + 1).some(isThere)) return [];
      const isBehind = decisions.some(isThere);
      return [
        {
          rule: isBehind ? 'quiz/decision-not-ahead' : 'quiz/unknown-decision',
          path: ['decisions', index, 'options', option, 'next'],
          message: isBehind
            ? `\`next\` leads to “${next}”, which is not further down.`
            : `\`next\` leads to “${next}”, which is no decision of this case.`,
          hint: listAhead(decisions, index),
        },
      ];
    }),
  );
}

function findUnreachable({ decisions }: Case): readonly Finding[] {
  const reached = new Set([decisions[0]?.id]);
  return decisions.flatMap(({ id, options }, index) => {
    if (reached.has(id)) {
      for (const { next } of options) reached.add(next);
      return [];
    }
    return [
      {
        rule: 'quiz/unreachable-decision',
        path: ['decisions', index],
        message: `No path leads to the decision “${id}”.`,
        hint: `Write \`next: ${id}\` in an option further up, or remove the decision.`,
      },
    ];
  });
}

function findNoBestOption({ decisions }: Case): readonly Finding[] {
  return decisions.flatMap(({ id, options }, index) => {
    if (options.some(isBest)) return [];
    return [
      {
        rule: 'quiz/no-best-option',
        path: ['decisions', index, 'options'],
        message: `No option of the decision “${id}” earns full points.`,
        hint: 'Write `points: 2` in the option that is best.',
      },
    ];
  });
}

/** Flaws of a case that its schema can't see. */
export function caseFindings(spec: Case): readonly Finding[] {
  return [
    ...findDuplicateIds(spec),
    ...findWrongNext(spec),
    ...findUnreachable(spec),
    ...findNoBestOption(spec),
  ];
}
