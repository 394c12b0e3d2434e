/** One path for many of a kind: each element of a drawing takes its time when the drawing changes. */
export function drawAt<Place>(places: readonly Place[], draw: (place: Place) => string): string {
  return places.map(draw).join('');
}

/** A closed circle. */
export function dot(x: number, y: number, radius: number): string {
  const half = `a${radius} ${radius} 0 1 0`;
  return `M${x - radius} ${y}${half} ${2 * radius} 0${half} ${-2 * radius} 0z`;
}
