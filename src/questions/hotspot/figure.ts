/* The figure's text, and where regions lie on it. Pure: it is read as text, never as a document. */

/** A rectangle, in units of the viewBox or in percent of it. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const VIEW_BOX = /^\s*<svg\b[^>]*\sviewBox\s*=\s*["']([^"']*)["']/;

/** The viewBox of a drawing; undefined where it has none that shows anything. */
export function viewBoxOf(svg: string): Rectangle | undefined {
  const numbers =
    VIEW_BOX.exec(svg)?.[1]
      ?.trim()
      .split(/[\s,]+/) ?? [];
  const [x, y, width, height] = numbers.map(Number);
  if (x === undefined || y === undefined || !width || !height) return undefined;
  return [x, y, width, height].every(Number.isFinite) ? { x, y, width, height } : undefined;
}

/** Where a region lies, in percent of the figure: there it stays, however large the figure is. */
export function placeOn(box: Rectangle, region: Rectangle): Rectangle {
  const across = (length: number) => (length / box.width) * 100;
  const down = (length: number) => (length / box.height) * 100;
  return {
    x: across(region.x - box.x),
    y: down(region.y - box.y),
    width: across(region.width),
    height: down(region.height),
  };
}

export function isInside(box: Rectangle, { x, y, width, height }: Rectangle): boolean {
  return (
    x >= box.x && y >= box.y && x + width <= box.x + box.width && y + height <= box.y + box.height
  );
}

/** Do they share more than an edge? */
export function overlap(one: Rectangle, other: Rectangle): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

/** On a phone the figure is some 250 pixels wide, and a finger needs 24 (WCAG 2.2, 2.5.8). */
export function smallestSide(box: Rectangle): number {
  return box.width / 10;
}

/** Elements that draw: no script, style sheet, link or picture, and no motion nobody can stop. */
const DRAWING: ReadonlySet<string> = new Set([
  ...['svg', 'g', 'defs', 'symbol', 'use', 'title', 'desc', 'text', 'tspan', 'path', 'rect'],
  ...['circle', 'ellipse', 'line', 'polyline', 'polygon', 'marker', 'pattern', 'mask'],
  ...['clipPath', 'linearGradient', 'radialGradient', 'stop'],
]);

const ELEMENT = /<(?!!--)\s*\/?\s*([^\s/>]+)/g;
const HANDLER = /<[^<>]*[\s"'/](on\w+)\s*=/gi;
const REFERENCE = /\b(?:href|src)\s*=\s*["']?\s*([^"'\s>]+)|url\(\s*["']?\s*([^"')\s]+)/gi;

/**
 * What a drawing must not hold, as written, each once: `<script>`, `onclick`, `https://…`,
 * `javascript:…`.
 */
export function foreignParts(svg: string): readonly string[] {
  const found = (pattern: RegExp) =>
    [...svg.matchAll(pattern)].map(([, first, second]) => first ?? second ?? '');
  const elements = found(ELEMENT).filter((name) => !DRAWING.has(name));
  const references = found(REFERENCE).filter((address) => !address.startsWith('#'));
  return [...new Set([...elements.map((name) => `<${name}>`), ...found(HANDLER), ...references])];
}
