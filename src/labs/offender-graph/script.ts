import type { LabScript } from '#src/labs/lab.ts';
import { isShared } from './links.ts';
import { dossierOf, isNamed, isPossible, type Decision, type State } from './run.ts';
import type { OffenderGraph } from './scenario.ts';
import { fileName, linkName } from './telling.ts';

const plain = {
  law: 'A sentence about it.',
  seizes: true,
  fine: 0,
  wholeActor: false,
  secured: false,
};

const file = { phone: '1', address: 'A', shipper: 'S', goods: 'caps', because: 'It is so.' };

export const script: LabScript<OffenderGraph, State, Decision> = {
  example: {
    attempts: 6,
    tries: 2,
    goal: 'Find who belongs together.',
    escape: 'Some of it escapes.',
    linkRule: 'Rule 1',
    dossiers: [
      {
        id: 'caps',
        anchor: 'one',
        weak: [{ field: 'goods' }, { field: 'address', value: 'Depot' }],
        deal: { gain: 80, cost: 40, list: 150 },
        files: [
          { ...file, id: 'one', name: 'Ash' },
          { ...file, id: 'two', name: 'Birch', address: 'Depot', shipper: 'T' },
          { ...file, id: 'three', name: 'Cedar', address: 'B', phone: '2', shipper: 'T' },
          {
            ...file,
            id: 'four',
            name: 'Dale',
            address: 'Depot',
            phone: '3',
            shipper: 'U',
            named: 'A stranger.',
          },
        ],
      },
    ],
    tools: [
      { ...plain, id: 'seize', label: 'Seize, no more' },
      { ...plain, id: 'warn', label: 'Explain', seizes: false },
      { ...plain, id: 'fine', label: 'Fine the actor', fine: 2, wholeActor: true },
      {
        ...plain,
        id: 'bond',
        label: 'Fine him, secured',
        fine: 2,
        wholeActor: true,
        secured: true,
      },
      { ...plain, id: 'bar', label: 'Bar him' },
    ],
    stages: [
      {
        id: 'slip',
        title: 'A first slip',
        text: 'Someone else made a slip.',
        fits: [{ tool: 'warn', because: 'It is the first.' }],
        misfits: [{ tools: ['bar'], then: 'Far too much.' }],
        otherwise: 'It does not fit.',
        rule: 'Rule 2',
      },
      {
        id: 'again',
        title: 'Again',
        text: 'He sends more.',
        traffic: { sent: 10, found: 2, unpaid: false },
        fits: [{ tool: 'fine', because: 'The limit doubles.' }],
        misfits: [{ tools: ['seize'], then: 'It is priced in.' }],
        otherwise: 'It does not fit.',
      },
      {
        id: 'hardened',
        title: 'Hardened',
        text: 'He does not pay.',
        traffic: { sent: 10, found: 2, unpaid: true },
        fits: [{ tool: 'bond', because: 'Now he pays.' }],
        misfits: [{ tools: ['bar'], then: 'His parcels go on.' }],
        otherwise: 'It does not fit.',
      },
    ],
  },
  /** Links whatever sells the same goods, and takes each seizure for the end of it. */
  careless(scenario, state) {
    if (isNamed(state)) return { kind: 'tool', tool: 0 };
    const { files } = dossierOf(scenario, state);
    const links = files.map((_, b): Decision => ({
      kind: 'link',
      link: { a: 0, b, field: 'goods' },
    }));
    const next = links
      .slice(1)
      .find(
        (one) =>
          one.kind === 'link' &&
          isShared(dossierOf(scenario, state), one.link) &&
          isPossible(scenario, state, one),
      );
    return next ?? { kind: 'name' };
  },
  controls(scenario, state, decision) {
    if (decision.kind === 'tool') {
      return [{ role: 'button', name: scenario.tools[decision.tool]?.label ?? '' }];
    }
    if (decision.kind === 'name') return [{ role: 'button', name: 'Name the actor' }];
    const { link } = decision;
    if (decision.kind === 'unlink') {
      return [{ role: 'button', name: `Remove: ${linkName(scenario, state, link)}` }];
    }
    return [
      { role: 'checkbox', name: fileName(scenario, state, link.a) },
      { role: 'checkbox', name: fileName(scenario, state, link.b) },
      { role: 'button', name: `Link by ${link.field}` },
    ];
  },
};
