import type { Page } from '@playwright/test';

/** What a screen reader is given, in order. */
export interface Heard {
  /** A live region that spoke, or what took the focus. */
  readonly by: 'region' | 'focus';
  /** The words of the region, or the name of what has the focus. */
  readonly words: string;
  /** The window's title at that moment. */
  readonly title: string;
}

declare global {
  interface Window {
    heard: Heard[];
  }
}

/** Listens to a page from its start on, as a screen reader does: to live regions, focus and title. */
export class Ear {
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  /** Call it before the page is opened. */
  static async on(page: Page): Promise<Ear> {
    await page.addInitScript(listen);
    return new Ear(page);
  }

  /** What was heard since it was last asked. */
  async heard(): Promise<readonly Heard[]> {
    return this.#page.evaluate(() => window.heard.splice(0));
  }
}

/** Runs in the page. */
function listen(): void {
  const REGIONS = '[aria-live]:not([aria-live=off]), [role=status], [role=alert], [role=log]';
  window.heard = [];
  const note = (by: Heard['by'], words: string | null | undefined) => {
    const said = (words ?? '').replaceAll(/\s+/g, ' ').trim();
    if (said !== '') window.heard.push({ by, words: said, title: document.title });
  };
  new MutationObserver((changes) => {
    const regions = new Set<Element>();
    for (const { target } of changes) {
      const element = target instanceof Element ? target : target.parentElement;
      // A region that arrives with its words says nothing: only a change in it is heard.
      const region = element?.closest(REGIONS);
      if (region?.checkVisibility()) regions.add(region);
    }
    for (const region of regions) note('region', region.textContent);
  }).observe(document, { subtree: true, childList: true, characterData: true });
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof Element) {
      note('focus', target.getAttribute('aria-label') ?? target.textContent);
    }
  });
}
