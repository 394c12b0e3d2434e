import { parse, type AST } from 'svelte/compiler';

/** Something in a lesson's text that Svelte could not compile, or would run. */
export interface MarkupFlaw {
  /** From 1. */
  readonly line: number;
  readonly message: string;
  readonly hint: string;
}

/** Reads a text without frontmatter and code, on its own lines, as Svelte's parser does. */
export function readMarkupFlaws(body: string): readonly MarkupFlaw[] {
  if (/<(script|style)\b/i.test(body)) return [];
  const lineOf = (offset: number) => body.slice(0, offset).split('\n').length;
  try {
    return programs(parse(body, { modern: true }).fragment).map(({ start, end }) => ({
      line: lineOf(start),
      message: `“${body.slice(start, end)}” in braces would run as a program.`,
      hint: 'Write it without braces.',
    }));
  } catch (error) {
    const { message, position } = error as Error & { position?: readonly number[] };
    const [what = ''] = message.split('\n');
    return [
      {
        line: lineOf(position?.[0] ?? 0),
        message: `The text can’t be read from here on: ${what.charAt(0).toLowerCase()}${what.slice(1)}.`,
        hint: 'Close every tag where it belongs, write &lt; for a “<”, and no braces.',
      },
    ];
  }
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Whatever is neither text nor a tag; blocks are looked at as wholes. */
function programs({ nodes }: AST.Fragment): Place[] {
  return nodes.flatMap((node) => {
    if (node.type === 'Text' || node.type === 'Comment') return [];
    if (!('attributes' in node)) return [node];
    return [...node.attributes.flatMap(attributePrograms), ...programs(node.fragment)];
  });
}

function attributePrograms(attribute: AST.RegularElement['attributes'][number]): Place[] {
  if (attribute.type !== 'Attribute') return [attribute];
  const { value } = attribute;
  if (value === true) return [];
  return Array.isArray(value) ? value.filter(({ type }) => type !== 'Text') : [value];
}
