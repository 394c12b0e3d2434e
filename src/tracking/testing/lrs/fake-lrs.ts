import { createRequire } from 'node:module';
import type Validate from '@learninglocker/xapi-validation';
import type { Statement } from '#src/tracking/xapi/statement.ts';

/** A CommonJS module, whose default import differs between the tools that run the tests. */
const { default: validate } = createRequire(import.meta.url)('@learninglocker/xapi-validation') as {
  default: typeof Validate;
};

export interface LrsRequest {
  readonly method: string;
  /** Below the endpoint, such as `statements`. */
  readonly resource: string;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  readonly body: string;
}

export interface LrsAnswer {
  readonly status: number;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A rule on a statement beyond xAPI's own; says what is wrong. */
export type Rule = (statement: Statement, before: readonly Statement[]) => string | undefined;

/** What the LRS does wrong, as told. */
export interface Faults {
  /** Every call throws. */
  broken: boolean;
  /** Nobody answers; nothing is stored. */
  isDown: boolean;
  /** That many writes of state documents fail. */
  failingWrites: number;
  /** It tells no ETags, as many LRSs. */
  tellsNoEtags: boolean;
  /** From this request on, counted from 1, the page is gone: `handled` says whether it still arrived. */
  cut: { readonly at: number; readonly handled: boolean } | undefined;
  /** Answers so instead of handling the request. */
  answers: ((request: LrsRequest) => LrsAnswer | undefined) | undefined;
}

const fail = (status: number, body: string): LrsAnswer => ({ status, body });

/**
 * An LRS in memory that takes nothing that xAPI 1.0.3 forbids: statements are checked by another
 * project's validator, batches are stored whole or not at all, an id is taken once (xAPI
 * Communication, 2.1.2), documents have ETags (3.1).
 */
export class FakeLrs {
  readonly origin: string;
  readonly endpoint: string;
  readonly documents = new Map<string, string>();
  readonly statements: Statement[] = [];
  /** Why statements were refused. */
  readonly refusals: string[] = [];
  /** Every request that arrived, such as `PUT activities/state`. */
  readonly log: string[] = [];
  readonly faults: Faults = {
    broken: false,
    isDown: false,
    failingWrites: 0,
    tellsNoEtags: false,
    cut: undefined,
    answers: undefined,
  };
  /** Value of the Authorization header that opens the door. */
  authorization = 'Basic bGVhcm5lcjpzZWNyZXQ=';
  rules: readonly Rule[] = [];
  /** How the browser was told to make the latest request. */
  latest: RequestInit = {};
  #requests = 0;

  constructor(origin = 'https://lms.example') {
    this.origin = origin;
    this.endpoint = `${origin}/lrs/`;
  }

  /** The browser's `fetch`, with this LRS behind it. */
  readonly fetch = (address: string, init: RequestInit = {}): Promise<Response> => {
    if (this.faults.broken) throw new Error('broken');
    this.#requests += 1;
    this.latest = init;
    const { cut, isDown } = this.faults;
    const isLate = cut !== undefined && this.#requests >= cut.at;
    const isLost = isLate && !(cut.handled && this.#requests === cut.at);
    if (isDown || isLost) return Promise.reject(new TypeError('Failed to fetch'));
    const url = new URL(address);
    const answer = this.handle({
      method: init.method ?? 'GET',
      resource: url.href.split('?')[0]?.replace(this.endpoint, '') ?? '',
      query: url.searchParams,
      headers: new Headers(init.headers),
      body: typeof init.body === 'string' ? init.body : '',
    });
    if (isLate) return Promise.reject(new TypeError('Failed to fetch'));
    const { status, body, headers = {} } = answer;
    const meta = { status, headers: { ...headers } };
    return Promise.resolve(new Response(status === 204 ? null : body, meta));
  };

  /** Requests made so far, those that did not arrive too. */
  get requests(): number {
    return this.#requests;
  }

  handle(request: LrsRequest): LrsAnswer {
    this.log.push(`${request.method} ${request.resource}`);
    const special = this.faults.answers?.(request);
    if (special) return special;
    if (request.headers.get('Authorization') !== this.authorization)
      return fail(401, 'no such token');
    if (request.headers.get('X-Experience-API-Version') !== '1.0.3') return fail(400, 'version');
    if (request.resource === 'statements') return this.#handleStatements(request);
    return this.#handleDocument(request);
  }

  /** Everything that was told and stored is gone. */
  forget(): void {
    this.documents.clear();
    this.statements.length = 0;
  }

  /** Last words of the verbs of all statements. */
  get verbs(): readonly string[] {
    return this.statements.map(({ verb }) => verb.id.split('/').at(-1) ?? '');
  }

  withVerb(verb: string): readonly Statement[] {
    return this.statements.filter(({ verb: { id } }) => id.endsWith(`/${verb}`));
  }

  #handleStatements({ method, query, body }: LrsRequest): LrsAnswer {
    if (method === 'GET') {
      const held = this.statements.find(({ id }) => id === query.get('statementId'));
      return held ? json(held) : fail(404, 'no such statement');
    }
    const batch: readonly Statement[] = [JSON.parse(body)].flat();
    const taken: Statement[] = [];
    for (const statement of batch) {
      const held = this.statements.find(({ id }) => id === statement.id);
      if (held && JSON.stringify(held) !== JSON.stringify(statement)) {
        return fail(409, `${statement.id} is another statement`);
      }
      if (held) continue;
      const problem = this.#problem(statement, [...this.statements, ...taken]);
      if (problem) {
        this.refusals.push(problem);
        return fail(problem.startsWith('xAPI') ? 400 : 403, problem);
      }
      taken.push(statement);
    }
    this.statements.push(...taken);
    return json(batch.map(({ id }) => id));
  }

  #problem(statement: Statement, before: readonly Statement[]): string | undefined {
    const [warning] = validate(statement);
    if (warning) return `xAPI: ${warning.path.join('.')}`;
    for (const rule of this.rules) {
      const problem = rule(statement, before);
      if (problem) return problem;
    }
    return undefined;
  }

  #handleDocument({ method, resource, query, headers, body }: LrsRequest): LrsAnswer {
    const key = documentKey(resource, query);
    const held = this.documents.get(key);
    if (method === 'GET') {
      return held === undefined ? fail(404, '') : { ...json(held), headers: this.#etag(held) };
    }
    if (this.faults.failingWrites > 0) {
      this.faults.failingWrites -= 1;
      return fail(503, 'out of order');
    }
    const [match, noneMatch] = [headers.get('If-Match'), headers.get('If-None-Match')];
    const isStale = match !== null && (held === undefined || match !== etag(held));
    if (isStale || (noneMatch === '*' && held !== undefined)) return fail(412, 'it has changed');
    this.documents.set(key, body);
    return { status: 204, headers: this.#etag(body) };
  }

  #etag(text: string): Readonly<Record<string, string>> {
    return this.faults.tellsNoEtags ? {} : { ETag: etag(text) };
  }
}

/** Names a document by everything that does (xAPI Communication, 2.3). */
export function documentKey(resource: string, query: URLSearchParams): string {
  return `${resource}?${[...query]
    .map((pair) => pair.join('='))
    .sort()
    .join('&')}`;
}

const json = (value: unknown): LrsAnswer => ({
  status: 200,
  body: typeof value === 'string' ? value : JSON.stringify(value),
  headers: { 'Content-Type': 'application/json' },
});

const etag = (text: string) => `"${Buffer.from(text).toString('base64')}"`;
