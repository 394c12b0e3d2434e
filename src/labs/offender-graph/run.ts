import { isSame, isShared, isStrong, membersOf, reached, type Link } from './links.ts';
import type { Dossier, OffenderGraph, Stage, Tool } from './scenario.ts';
import { monthUnder, type Month } from './sums.ts';

/** Draws or removes a link, names the actor, or chooses a consequence by its index. */
export type Decision =
  | { readonly kind: 'link' | 'unlink'; readonly link: Link }
  | { readonly kind: 'name' }
  | { readonly kind: 'tool'; readonly tool: number };

export interface State {
  /** Which case was drawn. */
  readonly dossier: number;
  /** The files as they lie on the table: the first one is file 1. */
  readonly table: readonly number[];
  readonly moves: readonly Decision[];
}

/** A consequence that was chosen in a stage. */
export interface Turn {
  readonly stage: Stage;
  readonly tool: Tool;
  readonly fits: boolean;
  /** What it left to the offender, where it was about him. */
  readonly month: Month | undefined;
  /** Told where a fine did not reach all that was his. */
  readonly escape: string | undefined;
}

export function dossierOf({ dossiers }: OffenderGraph, { dossier }: State): Dossier {
  const drawn = dossiers[dossier] ?? dossiers[0];
  if (!drawn) throw new Error('A scenario has at least one dossier.');
  return drawn;
}

/** The links that stand, as drawn and not removed, each with both files saying the same. */
export function linksOf(scenario: OffenderGraph, state: State): readonly Link[] {
  const dossier = dossierOf(scenario, state);
  return state.moves.reduce<readonly Link[]>((links, move) => {
    if (move.kind === 'link' && isShared(dossier, move.link)) return [...links, move.link];
    if (move.kind === 'unlink') return links.filter((link) => !isSame(link, move.link));
    return links;
  }, []);
}

export function isNamed({ moves }: State): boolean {
  return moves.some(({ kind }) => kind === 'name');
}

export function attemptsLeft({ attempts }: OffenderGraph, { moves }: State): number {
  return attempts - moves.filter(({ kind }) => kind === 'link').length;
}

/** Everything that hangs together with the first file, however weakly. */
export function actorOf(scenario: OffenderGraph, state: State): ReadonlySet<number> {
  return reached(dossierOf(scenario, state), linksOf(scenario, state));
}

/** What hangs together with the first file by strong links alone. */
export function provedOf(scenario: OffenderGraph, state: State): ReadonlySet<number> {
  const dossier = dossierOf(scenario, state);
  return reached(
    dossier,
    linksOf(scenario, state).filter((link) => isStrong(dossier, link)),
  );
}

/** All consequences chosen so far, in order. */
export function turnsOf(scenario: OffenderGraph, state: State): readonly Turn[] {
  const dossier = dossierOf(scenario, state);
  const reach = provedOf(scenario, state).size / membersOf(dossier).length;
  const turns: Turn[] = [];
  for (const move of state.moves) {
    const stage = stageAfter(scenario, turns);
    const tool = move.kind === 'tool' ? scenario.tools[move.tool] : undefined;
    if (!stage || !tool) continue;
    const fits = stage.fits.some((fit) => fit.tool === tool.id);
    const month = stage.traffic && monthUnder(dossier, stage.traffic, tool, reach);
    const isPartial = month && month.fine > 0 && tool.wholeActor && reach < 1;
    turns.push({ stage, tool, fits, month, escape: isPartial ? scenario.escape : undefined });
  }
  return turns;
}

/** A stage comes back until its consequence fits, or until it came back often enough. */
function stageAfter({ stages, tries }: OffenderGraph, turns: readonly Turn[]): Stage | undefined {
  return stages.find((stage) => {
    const own = turns.filter((turn) => turn.stage === stage);
    return own.length < tries && !own.some(({ fits }) => fits);
  });
}

/** What is to be decided now; undefined before the actor is named and after the last stage. */
export function stageOnDesk(scenario: OffenderGraph, state: State): Stage | undefined {
  return isNamed(state) ? stageAfter(scenario, turnsOf(scenario, state)) : undefined;
}

/** Can this be decided now? */
export function isPossible(scenario: OffenderGraph, state: State, decision: Decision): boolean {
  if (decision.kind === 'tool') {
    return Boolean(stageOnDesk(scenario, state) && scenario.tools[decision.tool]);
  }
  if (isNamed(state)) return false;
  if (decision.kind === 'name') return true;
  const { files } = dossierOf(scenario, state);
  const { link } = decision;
  const isDrawn = linksOf(scenario, state).some((one) => isSame(one, link));
  if (decision.kind === 'unlink') return isDrawn;
  return Boolean(files[link.b]) && !isDrawn && attemptsLeft(scenario, state) > 0;
}

/** His files by strong links; those of others kept out, by someone who found any of his. */
export function isFileRight(scenario: OffenderGraph, state: State, file: number): boolean {
  const dossier = dossierOf(scenario, state);
  const proved = provedOf(scenario, state);
  if (proved.size < 2) return false;
  if (dossier.files[file]?.named === undefined) return proved.has(file);
  return !isClaimed(scenario, state, file) && !actorOf(scenario, state).has(file);
}

/** Did someone claim a link to this file that the files do not show? */
export function isClaimed(scenario: OffenderGraph, state: State, file: number): boolean {
  const dossier = dossierOf(scenario, state);
  return state.moves.some(
    (move) =>
      move.kind === 'link' &&
      (move.link.a === file || move.link.b === file) &&
      !isShared(dossier, move.link),
  );
}
