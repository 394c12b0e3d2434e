import type { DebriefPoint, LogEntry } from '#src/labs/lab.ts';
import { dollars } from '#src/labs/number-words.ts';
import { anchorOf, isShared, isStrong, type Link } from './links.ts';
import {
  actorOf,
  dossierOf,
  isClaimed,
  isFileRight,
  linksOf,
  provedOf,
  turnsOf,
  type Decision,
  type State,
  type Turn,
} from './run.ts';
import type { OffenderGraph } from './scenario.ts';

/** A file as it is called on the table. */
export function fileName(scenario: OffenderGraph, state: State, file: number): string {
  const name = dossierOf(scenario, state).files[file]?.name ?? '';
  return `File ${state.table.indexOf(file) + 1}, ${name}`;
}

/** Two files and what joins them, in words. */
export function linkName(scenario: OffenderGraph, state: State, { a, b, field }: Link): string {
  return `${fileName(scenario, state, a)}, and ${fileName(scenario, state, b)}, by ${field}`;
}

function tellLink(scenario: OffenderGraph, state: State, link: Link): LogEntry {
  const dossier = dossierOf(scenario, state);
  const [one, other] = [dossier.files[link.a]?.[link.field], dossier.files[link.b]?.[link.field]];
  const name = linkName(scenario, state, link);
  return isShared(dossier, link)
    ? { text: `${name}: linked. Both say “${one ?? ''}”.`, tone: 'plain' }
    : { text: `${name}: no link. “${one ?? ''}” is not “${other ?? ''}”.`, tone: 'bad' };
}

/** Who was named, who was missed, and who should have been left alone. */
function tellNaming(scenario: OffenderGraph, state: State): LogEntry[] {
  const { files } = dossierOf(scenario, state);
  const actor = actorOf(scenario, state);
  const proved = provedOf(scenario, state);
  const flaws = files.flatMap(({ because, named }, file): LogEntry[] => {
    const name = fileName(scenario, state, file);
    if (named !== undefined) {
      return actor.has(file) ? [{ text: `${name}: ${named}`, tone: 'bad' }] : [];
    }
    if (proved.has(file)) return [];
    const verdict = actor.has(file) ? 'not proved' : 'missed';
    return [{ text: `${name}: ${verdict}. ${because}`, tone: 'bad' }];
  });
  const tone = flaws.length === 0 ? 'good' : 'plain';
  const numbers = state.table.flatMap((file, place) => (actor.has(file) ? [place + 1] : []));
  return [{ text: `You name one actor: files ${numbers.join(', ')}.`, tone }, ...flaws];
}

function tellTurn(turn: Turn): LogEntry {
  const { tool, fits, month } = turn;
  const sum = month
    ? ` His month: ${dollars(month.sum)}. Repeating ${month.sum < 0 ? 'does not pay' : 'still pays'}.`
    : '';
  return {
    text: `${tool.label}. ${consequence(turn)}${sum}`,
    tone: fits ? 'good' : 'bad',
  };
}

/** What follows from a consequence, told in words. */
export function consequence({ stage, tool, escape }: Turn): string {
  const fit = stage.fits.find((one) => one.tool === tool.id);
  const misfit = stage.misfits.find(({ tools }) => tools.includes(tool.id));
  const follows = fit?.because ?? misfit?.then ?? stage.otherwise;
  return escape ? `${follows} ${escape}` : follows;
}

export function logOf(scenario: OffenderGraph, state: State): LogEntry[] {
  const turns = [...turnsOf(scenario, state)];
  const tell = (move: Decision): LogEntry[] => {
    if (move.kind === 'link') return [tellLink(scenario, state, move.link)];
    if (move.kind === 'name') return tellNaming(scenario, state);
    if (move.kind === 'unlink') {
      return [{ text: `${linkName(scenario, state, move.link)}: removed.`, tone: 'plain' }];
    }
    const turn = turns.shift();
    return turn ? [tellTurn(turn)] : [];
  };
  return state.moves.flatMap(tell);
}

/** How a file came in, or that it stayed out. */
function filePoint(scenario: OffenderGraph, state: State, file: number): DebriefPoint {
  const dossier = dossierOf(scenario, state);
  const links = linksOf(scenario, state).filter(({ a, b }) => a === file || b === file);
  const how = links.map((link) => link.field + (isStrong(dossier, link) ? '' : ' (weak)'));
  const did = actorOf(scenario, state).has(file)
    ? `you named it, by ${[...new Set(how)].join(' and ')}.`
    : isClaimed(scenario, state, file)
      ? 'you claimed a link that is not there, and left it out.'
      : 'you left it out.';
  return {
    right: isFileRight(scenario, state, file),
    did: `${fileName(scenario, state, file)}: ${did}`,
    expert: dossier.files[file]?.because ?? '',
    rule: scenario.linkRule,
  };
}

export function debriefOf(scenario: OffenderGraph, state: State): DebriefPoint[] {
  const dossier = dossierOf(scenario, state);
  const turns = turnsOf(scenario, state);
  const anchor = anchorOf(dossier);
  const files = state.table
    .filter((file) => file !== anchor)
    .map((file) => filePoint(scenario, state, file));
  const stages = scenario.stages.map((stage): DebriefPoint => {
    const own = turns.filter((turn) => turn.stage === stage);
    const tries = own.length > 1 ? ` (${own.length} tries)` : '';
    const best = scenario.tools.find(({ id }) => id === stage.fits[0]?.tool);
    return {
      right: own[0]?.fits === true,
      did: `${stage.title}: ${own.map(({ tool }) => tool.label).join(', then ')}${tries}.`,
      expert: `${best?.label ?? ''}. ${stage.fits[0]?.because ?? ''}`,
      rule: stage.rule,
    };
  });
  return [...files, ...stages];
}
