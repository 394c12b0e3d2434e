import { createRawSnippet, type Snippet } from 'svelte';
import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import Boundary from './Boundary.svelte';
import type { Failing } from './failing.ts';

const sound: Snippet = createRawSnippet(() => ({ render: () => '<p>A box.</p>' }));

function throwing(thrown: unknown): Snippet {
  return createRawSnippet(() => ({
    render: () => {
      throw thrown;
    },
  }));
}

function html(what: Failing, children: Snippet, name?: string): string {
  const { body } = render(Boundary, {
    props: { what, name, children },
    transformError: (error) => error,
  });
  return body;
}

it('a boundary shows what is in it', () => {
  expect(html('question', sound)).toContain('<p>A box.</p>');
});

describe('where something throws as it is drawn', () => {
  it.each([
    ['course', 'The course could not be shown.'],
    ['page', 'This page could not be shown.'],
    ['text', 'The text of this lesson could not be shown.'],
    ['check', 'This question could not be shown.'],
    ['question', 'This question could not be shown.'],
    ['practice', 'This practice could not be shown.'],
  ] as const)('the learner is told what is missing, at once: %s', (what, words) => {
    const body = html(what, throwing(new TypeError('no box')));
    expect(body).toMatch(new RegExp(`role="alert"[^]*${words}`));
    expect(body).not.toContain('A box.');
  });

  it('the learner can try again or go to the overview', () => {
    const body = html('practice', throwing(new TypeError('no box')));
    expect(body).toMatch(/<button[^>]*>Try again<\/button>/);
    expect(body).toMatch(/<a [^>]*href="#\/"[^>]*>All lessons<\/a>/);
  });

  it('support is told the place and the error', () => {
    expect(html('practice', throwing(new TypeError('no box')), 'security/seal-check')).toContain(
      '>practice · security/seal-check · TypeError: no box</code>',
    );
    expect(html('page', throwing('no box'))).toContain('>page · no box</code>');
  });
});
