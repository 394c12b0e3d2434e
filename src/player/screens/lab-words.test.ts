import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { loadLab } from '#src/labs/loaders.ts';
import { LAB_NAMES, scriptedLab } from '#src/labs/scripts.ts';
import JustNow from '#src/ui/JustNow.svelte';
import DebriefPoints from './DebriefPoints.svelte';
import LabLog from './LabLog.svelte';

/* Right and wrong are drawn in colors and marks: whoever does not see them hears it in words. */

/** Every state of a run of someone who does not think, then of an expert. */
function statesOf(kind: string): readonly unknown[] {
  const { model, script } = scriptedLab(kind);
  const { example } = script;
  return [script.careless, model.expert].flatMap((choose) => {
    const states = [model.start(example, 7)];
    while (!model.isOver(example, states.at(-1))) {
      const state = states.at(-1);
      states.push(model.decide(example, state, choose(example, state)));
    }
    return states;
  });
}

/** What is drawn as right or wrong and does not begin with the word for it. */
function unsaid(html: string): readonly string[] {
  const drawn = html.matchAll(/data-(?:right|tone)="(true|false|good|bad)"([^]{0,900})/g);
  return [...drawn].flatMap(([, how = '', rest = '']) => {
    const text = rest
      .replace(/^[^>]*>/, '')
      .replace(/<!--.*?-->|<[^>]*>/g, '')
      .trim();
    const word = how === 'true' || how === 'good' ? 'Right:' : 'Not right:';
    return text.replace(/^[✓✕]\s*/, '').startsWith(word) ? [] : [`${how}: ${text.slice(0, 60)}`];
  });
}

describe.each(LAB_NAMES)('lab %s', (kind) => {
  const { model, script } = scriptedLab(kind);
  const { example } = script;
  const states = statesOf(kind);

  it('says in words what its log and its news show as right or wrong', () => {
    const entries = states.flatMap((state) => model.log(example, state));
    expect(unsaid(render(LabLog, { props: { entries, isTold: false } }).body)).toEqual([]);
    expect(unsaid(render(JustNow, { props: { entries } }).body)).toEqual([]);
  });

  it('says in words what its debrief shows as right or wrong', () => {
    const points = states
      .filter((state) => model.isOver(example, state))
      .flatMap((state) => model.debrief(example, state));
    const { body } = render(DebriefPoints, { props: { points } });
    expect(unsaid(body)).toEqual([]);
    expect(body.match(/data-right/g)).toHaveLength(points.length);
  });

  it('says in words what its own screen shows as right or wrong', async () => {
    const { Lab } = await loadLab(kind);
    for (const situation of states) {
      const isOver = model.isOver(example, situation);
      const props = { scenario: example, situation, news: [], decide: () => {}, isOver };
      expect(unsaid(render(Lab, { props }).body)).toEqual([]);
    }
  });
});
