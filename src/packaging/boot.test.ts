import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fromFolder, rescueStyles } from './boot.js';

const FOLDER = 'https://lms.example/deep/assets/';

/** A style sheet link as far as `boot.js` looks at it. */
class FakeLink {
  readonly rel = 'stylesheet';
  readonly dataset: Record<string, string> = {};
  readonly href = `${FOLDER}course.css`;
  readonly heard: string[] = [];
  constructor(
    readonly ownerDocument: { readonly adoptedStyleSheets: unknown[] },
    readonly sheet: { readonly cssRules: readonly unknown[] } | null,
  ) {}
  dispatchEvent({ type }: Event): void {
    this.heard.push(type);
  }
}

class FakeSheet {
  text = '';
  replaceSync(text: string): void {
    this.text = text;
  }
}

/** A page with some links, and its listener for what loads later. */
function fakePage(...sheets: readonly FakeLink['sheet'][]) {
  const adoptedStyleSheets: FakeSheet[] = [];
  const links = sheets.map((sheet) => new FakeLink({ adoptedStyleSheets }, sheet));
  const listeners: Record<string, (event: object) => void> = {};
  const addEventListener = (type: string, listener: (event: object) => void, capture: boolean) => {
    if (capture) listeners[type] = listener;
  };
  const page = { querySelectorAll: () => links, addEventListener } as unknown as Document;
  return { page, links, listeners, applied: () => adoptedStyleSheets.map(({ text }) => text) };
}

const EMPTY = { cssRules: [] };
const FULL = { cssRules: [{}] };

describe('a style sheet that the server labels as something else', () => {
  const fetched = vi.fn<(address: string) => Promise<Response>>();
  beforeEach(() => {
    fetched.mockReset().mockImplementation(() => Promise.resolve(new Response('a{b:url(c.png)}')));
    vi.stubGlobal('fetch', fetched);
    vi.stubGlobal('HTMLLinkElement', FakeLink);
    vi.stubGlobal('CSSStyleSheet', FakeSheet);
  });
  afterEach(() => vi.unstubAllGlobals());

  it.each([
    ['an empty sheet, as Chromium has it', EMPTY],
    ['no sheet, as Firefox has it', null],
  ])('is applied as text before the course starts: %s', async (_, sheet) => {
    const { page, applied } = fakePage(sheet);
    await rescueStyles(page);
    expect(applied()).toEqual([`a{b:url(${FOLDER}c.png)}`]);
  });

  it('is left alone when the browser took it', async () => {
    const { page, applied } = fakePage(FULL);
    await rescueStyles(page);
    expect(applied()).toEqual([]);
    expect(fetched).not.toHaveBeenCalled();
  });

  it('is left alone from file://, where a page cannot look into it', async () => {
    const closed = {
      get cssRules(): never {
        throw new DOMException('closed', 'SecurityError');
      },
    };
    await rescueStyles(fakePage(closed).page);
    expect(fetched).not.toHaveBeenCalled();
  });

  it('is reported as loaded when it was applied, to whoever waits for a lesson’s sheet', async () => {
    const { page, listeners } = fakePage();
    await rescueStyles(page);
    const link = new FakeLink({ adoptedStyleSheets: [] }, EMPTY);
    const stopImmediatePropagation = vi.fn();
    listeners['load']?.({ target: link, stopImmediatePropagation });
    expect(stopImmediatePropagation).toHaveBeenCalledOnce();
    await vi.waitFor(() => expect(link.heard).toEqual(['load']));
    expect(link.ownerDocument.adoptedStyleSheets).toHaveLength(1);
    listeners['load']?.({ target: link, stopImmediatePropagation });
    expect(stopImmediatePropagation).toHaveBeenCalledOnce();
  });

  it('is reported as failed when it cannot be had at all', async () => {
    fetched.mockImplementation(() => Promise.resolve(new Response('', { status: 404 })));
    const { page, listeners } = fakePage();
    await rescueStyles(page);
    const link = new FakeLink({ adoptedStyleSheets: [] }, null);
    listeners['error']?.({ target: link, stopImmediatePropagation: vi.fn() });
    await vi.waitFor(() => expect(link.heard).toEqual(['error']));
  });
});

describe('the addresses in a style sheet that is applied as text', () => {
  it.each([
    ['url(./font.woff2)', `url(${FOLDER}./font.woff2)`],
    ['url("font.woff2")', `url("${FOLDER}font.woff2")`],
    ["url('../x.png')", `url('${FOLDER}../x.png')`],
  ])('count from its own folder: %s', (address, absolute) => {
    expect(fromFolder(`a{b:${address}}`, FOLDER)).toBe(`a{b:${absolute}}`);
  });

  it.each(['url(data:image/png;base64,AA)', 'url(#filter)', 'url(/x.png)', 'url("https://a/b")'])(
    'stay as they are when they are not relative: %s',
    (address) => {
      expect(fromFolder(`a{b:${address}}`, FOLDER)).toBe(`a{b:${address}}`);
    },
  );
});
