import type { Statement } from './statement.ts';

/** What came of a request. `status` is undefined where nobody answered. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly status: number | undefined; readonly reason: string };

/** A document as an LRS keeps it; `etag` where the LRS tells it. */
export interface StoredDocument {
  readonly text: string;
  readonly etag: string | undefined;
}

/** Names a document (xAPI Communication, 2.3 and 2.6): the parameters of its address. */
export type DocumentKey = Readonly<Record<string, string | undefined>>;

interface LrsOptions {
  /** Base of all requests, with or without a slash at its end. */
  readonly endpoint: string;
  /** Value of the Authorization header. */
  readonly authorization: string;
  readonly window: Window;
}

interface Request {
  readonly method: 'GET' | 'PUT' | 'POST';
  /** Path below the endpoint. */
  readonly resource: string;
  readonly query?: DocumentKey;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Milliseconds after which an LRS counts as not answering. */
export const PATIENCE = 30_000;
/** All requests that outlive their page share 64 KiB (Fetch, "inflight keepalive bytes"). */
const MOST_KEPT_ALIVE = 30_000;

/**
 * The few requests of xAPI 1.0.3 (Communication, part three) that a course makes. Nothing throws;
 * a request is under way when the method returns, so that it can be made while the page goes.
 */
export class Lrs {
  readonly #options: LrsOptions;

  constructor(options: LrsOptions) {
    this.#options = options;
  }

  /** A state document; undefined where there is none. */
  readState(key: DocumentKey): Promise<Reply<StoredDocument | undefined>> {
    return this.#read('activities/state', key);
  }

  /** A document of the learner's profile; undefined where there is none. */
  readProfile(key: DocumentKey): Promise<Reply<StoredDocument | undefined>> {
    return this.#read('agents/profile', key);
  }

  /**
   * Stores a state document; `guard` is the precondition (Communication, 3.1). The value is the ETag
   * of what was stored, where the LRS tells it.
   */
  async writeState(
    key: DocumentKey,
    text: string,
    guard: Readonly<Record<string, string>>,
  ): Promise<Reply<string | undefined>> {
    const reply = await this.#ask({
      method: 'PUT',
      resource: 'activities/state',
      query: key,
      body: text,
      headers: guard,
    });
    return reply.ok ? { ok: true, value: etagOf(reply.value) } : reply;
  }

  /** Stores statements, all of them or none. An LRS answers with their ids, a sign-in page does not. */
  async send(statements: readonly Statement[]): Promise<Reply<undefined>> {
    const body = JSON.stringify(statements);
    const reply = await this.#ask({ method: 'POST', resource: 'statements', body });
    if (!reply.ok) return reply;
    const text = await reply.value.text().catch(() => '');
    const isTaken = statements.every(({ id }) => text.toLowerCase().includes(id));
    if (isTaken) return { ok: true, value: undefined };
    return { ok: false, status: undefined, reason: 'POST statements: the answer is not an LRS’s.' };
  }

  /** Whether the LRS holds this statement. */
  async holds(statementId: string): Promise<boolean> {
    const query = { statementId };
    return (await this.#ask({ method: 'GET', resource: 'statements', query })).ok;
  }

  async #read(resource: string, query: DocumentKey): Promise<Reply<StoredDocument | undefined>> {
    const reply = await this.#ask({ method: 'GET', resource, query });
    if (!reply.ok) {
      const { status } = reply;
      return status === 404 || status === 204 ? { ok: true, value: undefined } : reply;
    }
    try {
      const text = await reply.value.text();
      return { ok: true, value: { text, etag: etagOf(reply.value) } };
    } catch (error) {
      return { ok: false, status: undefined, reason: `GET ${resource}: ${String(error)}` };
    }
  }

  async #ask({ method, resource, query = {}, body, headers }: Request): Promise<Reply<Response>> {
    const { endpoint, authorization, window } = this.#options;
    const failed = (status: number | undefined, why: string): Reply<Response> => {
      return { ok: false, status, reason: `${method} ${resource}: ${why}` };
    };
    try {
      const answer = await window.fetch(addressOf(endpoint, resource, query), {
        method,
        headers: {
          Authorization: authorization,
          'X-Experience-API-Version': '1.0.3',
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body, keepalive: body.length < MOST_KEPT_ALIVE }),
        cache: 'no-store',
        // A sign-in is a redirect in most places, and no LRS sends one.
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE),
      });
      if (!answer.ok) return failed(answer.status, await explain(answer));
      return isPage(answer)
        ? failed(undefined, 'a web page came back')
        : { ok: true, value: answer };
    } catch (error) {
      return failed(undefined, String(error));
    }
  }
}

function addressOf(endpoint: string, resource: string, query: DocumentKey): string {
  const address = new URL(resource, endpoint.replace(/\/*$/, '/'));
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) address.searchParams.set(name, value);
  }
  return address.href;
}

const isPage = (answer: Response) =>
  /^(text\/html|application\/xhtml)/i.test(answer.headers.get('Content-Type') ?? '');

const etagOf = (answer: Response) => answer.headers.get('ETag') ?? undefined;

/** For support: the status and the first words of what the LRS said. */
async function explain(answer: Response): Promise<string> {
  const text = await answer.text().catch(() => '');
  const words = isPage(answer) ? '' : text.replace(/\s+/g, ' ').trim().slice(0, 160);
  return [answer.status, answer.statusText, words].filter(Boolean).join(' ');
}
