const LETTER_A = 'a'.charCodeAt(0);

/**
 * For a card with options: while the focus is in it (WCAG 2.2, 2.1.4), a key presses the option that
 * it names, A to I by its letter, 1 to 9 by its place. Keys that something else may want are left alone.
 */
export function answerKeys(card: HTMLElement): () => void {
  const press = (event: KeyboardEvent) => pressOption(card, event);
  card.addEventListener('keydown', press);
  return () => card.removeEventListener('keydown', press);
}

function pressOption(card: HTMLElement, event: KeyboardEvent): void {
  const { key, target, repeat } = event;
  if (repeat || event.ctrlKey || event.metaKey || event.altKey || isTyping(target)) return;
  const place = placeOf(key.toLowerCase());
  const options = card.querySelectorAll<HTMLInputElement>('[data-keys]:enabled input');
  const option = place === undefined ? undefined : options[place];
  if (!option) return;
  event.preventDefault();
  option.focus();
  option.click();
}

function placeOf(key: string): number | undefined {
  if (/^[1-9]$/.test(key)) return Number(key) - 1;
  return /^[a-i]$/.test(key) ? key.charCodeAt(0) - LETTER_A : undefined;
}

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !['radio', 'checkbox'].includes(target.type);
}
