import { shuffledOrder } from '#src/course/shuffle.ts';
import type { DebriefPoint, LabModel, LogEntry } from '#src/labs/lab.ts';
import type { Issue, WhoDecides } from './scenario.ts';

export interface State {
  /** Indices of the issues of this run, in the order in which they land on the desk. */
  readonly desk: readonly number[];
  /** Indices of the bodies that the first issues were sent to. */
  readonly sent: readonly number[];
}

/** Sends the issue on the desk to a body, named by its index. */
export interface Decision {
  readonly to: number;
}

interface Sent {
  readonly issue: Issue;
  readonly to: WhoDecides['bodies'][number];
}

/** The issue on the desk; undefined when the desk is clear. */
export function issueOnDesk({ issues }: WhoDecides, { desk, sent }: State): Issue | undefined {
  return issues[desk[sent.length] ?? -1];
}

/** What was sent so far, and where. */
export function sentIssues({ issues, bodies }: WhoDecides, { desk, sent }: State): readonly Sent[] {
  return sent.flatMap((body, place) => {
    const issue = issues[desk[place] ?? -1];
    const to = bodies[body];
    return issue && to ? [{ issue, to }] : [];
  });
}

export function isRight({ issue, to }: Sent): boolean {
  return issue.belongs === to.id;
}

/** What becomes of an issue where it was sent. */
function consequence({ issue, to }: Sent): string {
  if (isRight({ issue, to })) return issue.because;
  return issue.misrouted.find((one) => one.to === to.id)?.then ?? issue.because;
}

export const model: LabModel<WhoDecides, State, Decision> = {
  start: ({ issues, draws }, seed) => ({
    desk: shuffledOrder(issues.length, seed).slice(0, draws),
    sent: [],
  }),
  decide(scenario, state, { to }) {
    const isPossible = issueOnDesk(scenario, state) && scenario.bodies[to];
    return isPossible ? { ...state, sent: [...state.sent, to] } : undefined;
  },
  isOver: (scenario, state) => issueOnDesk(scenario, state) === undefined,
  score(scenario, state) {
    return sentIssues(scenario, state).filter(isRight).length / Math.max(1, state.desk.length);
  },
  log: (scenario, state) =>
    sentIssues(scenario, state).map((one): LogEntry => ({
      text: `Sent to ${one.to.label}. ${consequence(one)}`,
      tone: isRight(one) ? 'good' : 'bad',
    })),
  debrief: (scenario, state) =>
    sentIssues(scenario, state).map((one): DebriefPoint => {
      const owner = scenario.bodies.find(({ id }) => id === one.issue.belongs);
      return {
        right: isRight(one),
        did: `${one.issue.text} You sent it to ${one.to.label}.`,
        expert: isRight(one)
          ? one.issue.because
          : `It belongs to ${owner?.label ?? one.issue.belongs}. ${one.issue.because}`,
        rule: one.issue.rule,
      };
    }),
  steps: (scenario, state) =>
    sentIssues(scenario, state).map(({ issue, to }) => [issue.id, to.id] as const),
  expert(scenario, state) {
    const issue = issueOnDesk(scenario, state);
    return issue && { to: scenario.bodies.findIndex(({ id }) => id === issue.belongs) };
  },
  encode: (_, { to }) => to,
  decode: ({ bodies }, code) => (bodies[code] ? { to: code } : undefined),
};
