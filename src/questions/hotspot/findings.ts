import type { Finding } from '#src/questions/kind.ts';
import {
  foreignParts,
  isInside,
  overlap,
  smallestSide,
  viewBoxOf,
  type Rectangle,
} from './figure.ts';
import type { Hotspot } from './schema.ts';

/** What is wrong with the drawing, and with the places of the regions on it. */
export function figureFindings(spec: Hotspot): readonly Finding[] {
  const box = viewBoxOf(spec.figure.svg);
  return [
    ...findForeignParts(spec),
    ...(box ? findMisplacedRegions(spec, box) : [NO_VIEW_BOX]),
    ...findOverlaps(spec),
  ];
}

const NO_VIEW_BOX: Finding = {
  rule: 'quiz/figure-without-viewbox',
  path: ['figure', 'svg'],
  message: 'The figure does not begin with an <svg> that has a viewBox.',
  hint: 'Begin it with `<svg viewBox="0 0 340 200">`; the regions are measured in its units.',
};

function findForeignParts({ figure }: Hotspot): readonly Finding[] {
  const parts = foreignParts(figure.svg);
  if (parts.length === 0) return [];
  return [
    {
      rule: 'quiz/unsafe-figure',
      path: ['figure', 'svg'],
      message: `The figure holds ${parts.join(', ')}.`,
      hint: 'Draw with shapes and text alone, and refer only to `#ids` of the same drawing.',
    },
  ];
}

function findMisplacedRegions({ regions }: Hotspot, box: Rectangle): readonly Finding[] {
  return regions.flatMap((region, index) => {
    const path = ['regions', index];
    if (!isInside(box, region)) {
      return [
        {
          rule: 'quiz/region-outside-figure',
          path,
          message: `The region “${region.label}” reaches beyond the figure.`,
          hint: `Keep x from ${box.x} to ${box.x + box.width} and y from ${box.y} to ${box.y + box.height}, width and height included.`,
        },
      ];
    }
    if (Math.min(region.width, region.height) >= smallestSide(box)) return [];
    return [
      {
        rule: 'quiz/region-too-small',
        path,
        message: `The region “${region.label}” is too small for a finger on a phone.`,
        hint: `Make width and height at least ${smallestSide(box)}, a tenth of the figure’s width.`,
      },
    ];
  });
}

function findOverlaps({ regions }: Hotspot): readonly Finding[] {
  return regions.flatMap((region, index) => {
    const other = regions.slice(0, index).find((earlier) => overlap(earlier, region));
    if (!other) return [];
    return [
      {
        rule: 'quiz/regions-overlap',
        path: ['regions', index],
        message: `The region “${region.label}” overlaps “${other.label}”.`,
        hint: 'Move one, or make it smaller: a place in the figure belongs to one region.',
      },
    ];
  });
}
