import { compile } from 'svelte/compiler';
import { suggestion } from './did-you-mean.ts';
import {
  elementsIn,
  type MarkupAttribute,
  type MarkupElement,
  type MarkupNode,
} from './lesson-tree.ts';
import { AUTHORING_COMPONENTS } from './markup.js';
import type { Problem } from './problem.ts';
import { INLINE } from './prose.ts';

/** A problem of a lesson's text; whoever knows the file adds it. */
export type Flaw = Pick<Problem, 'line' | 'rule' | 'message' | 'hint'>;

/** Elements that a text may hold: what Markdown makes, what unfolds, and drawings. */
const ELEMENTS: ReadonlySet<string> = new Set(
  `a abbr b blockquote br caption cite code dd del details dfn div dl dt em h1 h2 h3 h4 h5 h6 hr i img
kbd li mark ol p pre q s section small span strong sub summary sup table tbody td th thead time tr u
ul svg circle clipPath defs desc ellipse g line linearGradient marker mask path pattern polygon
polyline rect stop symbol text title tspan use`.split(/\s+/),
);

/** What an author may take for part of a text, and where it belongs. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  iframe: 'Link to the page instead: [words](https://…).',
  object: 'Link to the page instead: [words](https://…).',
  embed: 'Link to the page instead: [words](https://…).',
  video: 'Link to it instead: [words](https://…).',
  audio: 'Link to it instead: [words](https://…).',
  form: 'Ask in quiz.yaml, and place the question with <Check id="…" />.',
  input: 'Ask in quiz.yaml, and place the question with <Check id="…" />.',
  button: 'Let details unfold with <details> and <summary>.',
  figure: 'Write <Figure caption="…">.',
  image: 'Draw it: <svg> in a <Figure>.',
};

/** Whatever in a lesson's text the player could not show as the author means it, or must not. */
export function flawsIn(tree: readonly MarkupNode[]): readonly Flaw[] {
  return [...looseFlaws(tree), ...[...elementsIn(tree)].flatMap(elementFlaws), ...braceFlaws(tree)];
}

function elementFlaws(element: MarkupElement): Flaw[] {
  const unknown = element.isComponent ? unknownComponent(element) : unknownElement(element);
  if (unknown) return [unknown];
  if (!element.isClosed) return [leftOpen(element)];
  return [
    ...element.attributes.flatMap((attribute) => attributeFlaws(element, attribute)),
    ...(element.isComponent ? componentFlaws(element) : []),
    ...misplaced(element),
  ];
}

function unknownElement({ name, line }: MarkupElement): Flaw | undefined {
  if (ELEMENTS.has(name)) return undefined;
  const known = [...ELEMENTS, ...Object.keys(AUTHORING_COMPONENTS)];
  return {
    line,
    rule: 'lesson/element',
    message: `A lesson’s text must not hold <${name}>.`,
    hint: ELSEWHERE[name] ?? suggestionOrText(name, known),
  };
}

function suggestionOrText(name: string, known: readonly string[]): string {
  const words = suggestion(name, known);
  return words.startsWith('Did') ? words : 'Remove it; write &lt; where a “<” is meant.';
}

function unknownComponent({ name, line }: MarkupElement): Flaw | undefined {
  if (name in AUTHORING_COMPONENTS) return undefined;
  return {
    line,
    rule: 'lesson/component',
    message: `There is no component <${name}>.`,
    hint: suggestion(name, Object.keys(AUTHORING_COMPONENTS)),
  };
}

function leftOpen({ name, line }: MarkupElement): Flaw {
  return {
    line,
    rule: 'lesson/left-open',
    message: `<${name}> is left open.`,
    hint: `Add </${name}> where it ends; a part (\`## Title\`) can’t begin inside of it.`,
  };
}

function attributeFlaws({ name, isComponent }: MarkupElement, attribute: MarkupAttribute): Flaw[] {
  const flaw = (message: string, hint: string): Flaw[] => [
    { line: attribute.line, rule: 'lesson/attribute', message, hint },
  ];
  if (!attribute.isPlain || /^on/i.test(attribute.name)) {
    return flaw(`“${attribute.name}” of <${name}> would run as a program.`, 'Remove it.');
  }
  if (isComponent) {
    const { needs = [], may = [] } = AUTHORING_COMPONENTS[name] ?? {};
    const known = [...needs, ...may];
    if (known.includes(attribute.name)) return [];
    return flaw(`<${name}> has no “${attribute.name}”.`, suggestion(attribute.name, known));
  }
  if (fetches(name, attribute)) {
    return flaw(
      `“${attribute.name}” of <${name}> would fetch a file that is not in the package.`,
      'Draw it: <svg> in a <Figure>; or link to it: [words](https://…).',
    );
  }
  return [];
}

/** Only links lead out. Whatever else is shown must stand in the text itself. */
function fetches(element: string, { name, value }: MarkupAttribute): boolean {
  if (/url\(\s*['"]?(?!#|data:)/i.test(value)) return true;
  if (['src', 'srcset', 'data', 'poster'].includes(name)) return !value.startsWith('data:image/');
  return element !== 'a' && /(^|:)href$/.test(name) && !value.startsWith('#');
}

function componentFlaws({ name, attributes, children, line }: MarkupElement): Flaw[] {
  const { needs = [], holds = false } = AUTHORING_COMPONENTS[name] ?? {};
  const flaw = (message: string, hint: string) => ({
    line,
    rule: 'lesson/component',
    message,
    hint,
  });
  const missing = needs.filter(
    (need) => !attributes.some((attribute) => attribute.name === need && attribute.value !== ''),
  );
  const isEmpty = children.every((node) => node.type === 'text' && node.text.trim() === '');
  return [
    ...missing.map((need) => flaw(`<${name}> has no “${need}”.`, `Write <${name} ${need}="…">.`)),
    ...(holds && isEmpty
      ? [flaw(`<${name}> holds nothing.`, `Write a text between <${name}> and </${name}>.`)]
      : []),
    ...(!holds && !isEmpty
      ? [flaw(`<${name}> holds a text, which no learner would see.`, `Write <${name} … /> alone.`)]
      : []),
  ];
}

/** Components that are a block of their own, where only words may stand. */
function misplaced({ name, children }: MarkupElement): Flaw[] {
  if (!/^(p|h[1-6])$/.test(name)) return [];
  return [...elementsIn(children)]
    .filter((inner) => inner.name in AUTHORING_COMPONENTS && !INLINE.has(inner.name))
    .map((inner) => ({
      line: inner.line,
      rule: 'lesson/component',
      message: `<${inner.name}> stands inside a paragraph.`,
      hint: 'Put it on a line of its own, with a blank line before and after it.',
    }));
}

/** What `sections` in markup.js puts around blocks. */
const AROUND = new Set(['section', 'div']);

/** Words outside any paragraph: beside blocks, or right behind the tag of a component. */
function looseFlaws(nodes: readonly MarkupNode[]): Flaw[] {
  const shown = nodes.filter((node) => node.type !== 'comment' && !isBlank(node));
  return shown.flatMap((node, index) => {
    if (isLoose(node)) return isLoose(shown[index - 1]) ? [] : [looseFlaw(node)];
    const isAround = node.type === 'element' && (node.isComponent || AROUND.has(node.name));
    return isAround ? looseFlaws(node.children) : [];
  });
}

function isBlank(node: MarkupNode): boolean {
  return node.type === 'text' && node.text.trim() === '';
}

function isLoose(node: MarkupNode | undefined): boolean {
  return node?.type === 'text' || (node?.type === 'element' && INLINE.has(node.name));
}

function looseFlaw(node: MarkupNode): Flaw {
  const above = node.type === 'text' ? (/^\s*/.exec(node.text)?.[0] ?? '') : '';
  return {
    line: node.line + above.split('\n').length - 1,
    rule: 'lesson/no-paragraph',
    message:
      'These words stand in no paragraph: Markdown takes a line that begins with a tag as it is.',
    hint: 'Let a paragraph begin with a word, and leave a blank line before and after the tag around it.',
  };
}

/** Svelte would take them for a program; here they would be read as they stand. */
function braceFlaws(nodes: readonly MarkupNode[]): Flaw[] {
  return nodes.flatMap((node) => {
    if (node.type === 'element') {
      const inAttributes = node.attributes.flatMap(({ name, value, line }) =>
        name === 'href' ? [] : bracesIn(value, line),
      );
      const isCode = node.name === 'code' || node.name === 'pre';
      return [...inAttributes, ...(isCode ? [] : braceFlaws(node.children))];
    }
    return node.type === 'text' ? bracesIn(node.text, node.line) : [];
  });
}

function bracesIn(text: string, line: number): Flaw[] {
  return [...text.matchAll(/\{[^{}]*\}/g)].map(({ 0: braces, index }) => ({
    line: line + text.slice(0, index).split('\n').length - 1,
    rule: 'lesson/braces',
    message: `“${braces}” is no placeholder here: learners would read it as it stands.`,
    hint: 'Write the words themselves; to show braces, put them between backquotes.',
  }));
}

/** Why Svelte can't compile the markup, as its compiler says; undefined where it can. */
export function compileFlaw(code: string, lineAt: (offset: number) => number): Flaw | undefined {
  try {
    compile(code, { generate: false });
    return undefined;
  } catch (error) {
    return toFlaw(error, lineAt);
  }
}

function toFlaw(error: unknown, lineAt: (offset: number) => number): Flaw {
  const { message, position = [0] } = error as Error & { position?: readonly number[] };
  const [words = ''] = message.split('\n');
  return {
    line: lineAt(position[0] ?? 0),
    rule: 'lesson/markup',
    message: `The markup can’t be read: ${words.charAt(0).toLowerCase()}${words.slice(1)}.`,
    hint: 'Close every tag where it belongs, with its quotes; write &lt; where a “<” is meant.',
  };
}
