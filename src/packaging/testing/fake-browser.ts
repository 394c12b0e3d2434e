import { createContext, runInContext } from 'node:vm';
import { LAUNCH_FILE } from '#src/packaging/manifest-parts.ts';
import type { FileTree } from '#src/packaging/packager.ts';
import { readText } from '#src/packaging/text-file.ts';

/** What the player's mount point holds after the tiny build has started. */
interface Started {
  base?: string;
  origin?: string;
  app?: { nodes: readonly (() => Promise<{ component: string; lessons?: readonly Lesson[] }>)[] };
}
type Lesson = () => Promise<{ lesson(): unknown }>;

interface FakeScript {
  src: string;
  crossOrigin?: string;
  parentElement?: Started;
  listeners: Record<string, () => void>;
  addEventListener(type: string, listener: () => void): void;
}

/**
 * Enough of a browser to run a package's scripts: it loads script elements from the package, one
 * after the other, as classic scripts.
 */
export class FakeBrowser {
  /** Paths of the scripts requested so far. */
  readonly requests: string[] = [];
  /** Addresses of the style sheets asked for. */
  readonly styles: string[] = [];
  /** Types of the events that something listens to. */
  readonly listenedTo: string[] = [];
  /** Where the player is mounted. */
  readonly target: Started = {};
  /** Paths that the server refuses. */
  readonly broken = new Set<string>();
  private readonly context: object;
  private readonly document: { currentScript?: FakeScript | undefined };

  constructor(
    private readonly files: FileTree,
    private readonly address: string,
  ) {
    const listen = (type: string) => void this.listenedTo.push(type);
    this.document = Object.assign(
      {
        readyState: 'loading',
        baseURI: address,
        head: {
          appendChild: (script: FakeScript) => this.load(script),
          removeChild: () => undefined,
        },
        querySelector: () => null,
        querySelectorAll: () => [],
        addEventListener: listen,
        createElement: newScript,
      },
      { currentScript: undefined },
    );
    const { styles } = this;
    const globals = {
      document: this.document,
      location: new URL(address),
      URL,
      setTimeout,
      styles,
    };
    this.context = createContext({ ...globals, addEventListener: listen });
    runInContext('var self = globalThis, window = globalThis;', this.context);
  }

  /** Opens the launch page and runs the one script in it. */
  async open(): Promise<Started> {
    const [, source = ''] = /<script src="([^"]+)">/.exec(readText(this.files, LAUNCH_FILE)) ?? [];
    const script = newScript();
    this.run(Object.assign(script, { src: this.resolve(source), parentElement: this.target }));
    while (!this.target.app) await new Promise((done) => setTimeout(done, 1));
    return this.target;
  }

  private load(script: FakeScript): void {
    setTimeout(() => {
      try {
        this.run(script);
        script.listeners['load']?.();
      } catch {
        script.listeners['error']?.();
      }
    });
  }

  private run(script: FakeScript): void {
    const path = script.src.replace(this.resolve('.'), '');
    this.requests.push(path);
    if (this.broken.has(path)) throw new Error(`Refused ${path}`);
    this.document.currentScript = script;
    runInContext(readText(this.files, path), this.context);
    this.document.currentScript = undefined;
  }

  private resolve(path: string): string {
    return new URL(path, this.address).href;
  }
}

function newScript(): FakeScript {
  return {
    src: '',
    listeners: {},
    addEventListener(type, listener) {
      this.listeners[type] = listener;
    },
  };
}
