import { chance, shuffledOrder } from '#src/course/shuffle.ts';
import type { LabModel } from '#src/labs/lab.ts';
import { nextStrongLink } from './links.ts';
import {
  actorOf,
  attemptsLeft,
  dossierOf,
  isFileRight,
  isNamed,
  isPossible,
  provedOf,
  stageOnDesk,
  turnsOf,
  type Decision,
  type State,
} from './run.ts';
import { FIELDS, type OffenderGraph } from './scenario.ts';
import { debriefOf, logOf } from './telling.ts';

export type { Decision, State } from './run.ts';

/** Files are told apart by 20, fields by 10: more of either would need larger codes. */
const MOST_FILES = 20;
const CODES = { name: 0, tool: 1, link: 100, unlink: 10_000 } as const;

/** Share of the files that were judged rightly. The first file is given. */
function linkScore(scenario: OffenderGraph, state: State): number {
  const { files } = dossierOf(scenario, state);
  const right = files.filter((_, file) => isFileRight(scenario, state, file)).length;
  return right / files.length;
}

/** A stage is worth all of its marks at the first try, and less at each later one. */
function stageScore(scenario: OffenderGraph, state: State): number {
  const turns = turnsOf(scenario, state);
  const marks = scenario.stages.map((stage) => {
    const own = turns.filter((turn) => turn.stage === stage);
    return own.at(-1)?.fits ? 1 / own.length : 0;
  });
  return marks.reduce((sum, mark) => sum + mark, 0) / scenario.stages.length;
}

export const model: LabModel<OffenderGraph, State, Decision> = {
  start({ dossiers }, seed) {
    const dossier = Math.floor(chance(seed)() * dossiers.length);
    const count = dossiers[dossier]?.files.length ?? 0;
    return { dossier, table: shuffledOrder(count, seed), moves: [] };
  },
  decide: (scenario, state, decision) =>
    isPossible(scenario, state, decision)
      ? { ...state, moves: [...state.moves, decision] }
      : undefined,
  isOver: (scenario, state) => isNamed(state) && stageOnDesk(scenario, state) === undefined,
  score: (scenario, state) => (linkScore(scenario, state) + stageScore(scenario, state)) / 2,
  log: logOf,
  debrief: debriefOf,
  steps(scenario, state) {
    const actor = actorOf(scenario, state);
    return [
      ...dossierOf(scenario, state).files.map(
        ({ id }, file) => [`file_${id}`, actor.has(file) ? 'named' : 'left_out'] as const,
      ),
      ...turnsOf(scenario, state).map(({ stage, tool }) => [stage.id, tool.id] as const),
    ];
  },
  expert(scenario, state) {
    if (isNamed(state)) {
      const best = stageOnDesk(scenario, state)?.fits[0]?.tool;
      const tool = scenario.tools.findIndex(({ id }) => id === best);
      return tool < 0 ? undefined : { kind: 'tool', tool };
    }
    const link = nextStrongLink(dossierOf(scenario, state), provedOf(scenario, state));
    return link && attemptsLeft(scenario, state) > 0 ? { kind: 'link', link } : { kind: 'name' };
  },
  encode(_, decision) {
    if (decision.kind === 'name') return CODES.name;
    if (decision.kind === 'tool') return CODES.tool + decision.tool;
    const { a, b, field } = decision.link;
    return CODES[decision.kind] + (a * MOST_FILES + b) * 10 + FIELDS.indexOf(field);
  },
  decode({ tools }, code) {
    if (code === CODES.name) return { kind: 'name' };
    if (code < CODES.link) {
      const tool = code - CODES.tool;
      return tools[tool] && { kind: 'tool', tool };
    }
    const kind = code < CODES.unlink ? 'link' : 'unlink';
    const rest = code - CODES[kind];
    const pair = Math.floor(rest / 10);
    const a = Math.floor(pair / MOST_FILES);
    const b = pair % MOST_FILES;
    const field = FIELDS[rest % 10];
    return field && a < b ? { kind, link: { a, b, field } } : undefined;
  },
};
