/** One for all: to make a format takes far longer than to use it. */
const WHOLE = new Intl.NumberFormat('en-US');

/** A number with its thousands apart, such as `12,500`. */
export function grouped(number: number): string {
  return WHOLE.format(number);
}

/** An amount of dollars, with a true minus, such as `−$12,500`. */
export function dollars(amount: number): string {
  return `${amount < 0 ? '−' : ''}$${grouped(Math.abs(amount))}`;
}
