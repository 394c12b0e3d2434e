import { businessDaysAfter, dayName } from './days.ts';
import type { Detention } from './scenario.ts';
import { dayOfQuestion, followedLot, lastDay, marked, noted, type State } from './state.ts';

/** Puts a paper into the importer’s file; that takes its days. */
export function obtain(scenario: Detention, state: State, index: number): State | undefined {
  const paper = scenario.papers[index];
  const lot = followedLot(scenario, state);
  if (!paper || !lot || state.papers.includes(index)) return undefined;
  const today = businessDaysAfter(state.today, paper.days);
  const shows = lot.isGenuine ? paper.genuine : paper.counterfeit;
  const next = { ...state, today, papers: [...state.papers, index] };
  return noted(next, 'plain', `${dayName(today)}. ${paper.text}: ${shows}`);
}

/** Answers CBP with the papers in the file. */
export function answer(scenario: Detention, state: State): State {
  const { outcomes, rules } = scenario;
  const file = state.papers.flatMap((paper) => scenario.papers[paper] ?? []);
  const isProved = file.some(({ isProof }) => isProof);
  const isInTime = state.today <= lastDay(scenario, state);
  const isGenuine = followedLot(scenario, state)?.isGenuine === true;
  const isReleased = isGenuine && isProved;
  const outcome = isReleased
    ? outcomes[isInTime ? 'released' : 'late']
    : outcomes[isProved ? 'seized' : 'unproved'];
  const decided = dayName(dayOfQuestion(scenario, state, scenario.decideBy));
  const text = `You answer on ${dayName(state.today)}. ${outcome.replace('{day}', decided)}`;
  const papers = file.map((paper) => paper.text).join('; ');
  let next = noted(state, isReleased ? 'good' : isProved ? 'plain' : 'bad', text);
  next = marked(next, {
    step: 'proof',
    share: isProved ? 1 : 0,
    did: papers ? `In your answer: ${papers}.` : 'You answered without any paper.',
    expert: scenario.proof,
    rule: rules.detention,
  });
  next = marked(next, {
    step: 'in_time',
    share: isInTime && papers ? 1 : 0,
    did: `You answered on ${dayName(state.today)}. The last day was ${dayName(lastDay(scenario, state))}.`,
    expert: scenario.promptness,
    rule: rules.detention,
  });
  return { ...next, isAnswered: true, ...(isReleased && { end: 'released' }) };
}

/** Decides what to do about the seizure. */
export function finish(scenario: Detention, state: State, index: number): State | undefined {
  const ending = scenario.endings[index];
  if (!ending) return undefined;
  const isRight = ending.right === true;
  const next = noted(state, isRight ? 'good' : 'bad', `${ending.text}. ${ending.then}`);
  return {
    ...marked(next, {
      step: 'seizure',
      share: isRight ? 1 : 0,
      did: `After the seizure: ${ending.text}.`,
      expert: scenario.afterwards,
      rule: scenario.rules.petition,
    }),
    end: 'seized',
  };
}
