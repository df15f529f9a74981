import type { Surroundings } from './surroundings';

const ANSWER_WITHIN_MS = 15_000;

/** What is wrong with one field of what was asked. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

/** An answer that is not a success, as problem+json (RFC 9457) tells it; status 0 when there was no answer at all. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly errors: readonly FieldError[] = [],
    /** When it may be asked again, in milliseconds, if the server said so. */
    readonly retryAfterMs?: number,
  ) {
    super(message);
  }
}

export interface Call {
  readonly token?: string | undefined;
  readonly body?: unknown;
  /** Under which the same call, sent again, is answered but not done again. */
  readonly idempotencyKey?: string;
  /** A status that is an answer like success, if it comes with JSON that is no problem. */
  readonly expected?: number;
}

/** Calls to one gateway. */
export class Http {
  readonly #base: string;
  readonly #around: Surroundings;

  constructor(base: string, around: Surroundings) {
    this.#base = base;
    this.#around = around;
  }

  /** GETs, or POSTs when there is a body; rejects with a {@link Problem}, after 15 s with one of status 0. */
  async call(path: string, { token, body, idempotencyKey, expected }: Call = {}): Promise<Response> {
    const headers = new Headers();
    if (token) headers.set('Authorization', `Bearer ${token}`);
    if (body !== undefined) headers.set('Content-Type', 'application/json');
    if (idempotencyKey) headers.set('Idempotency-Key', idempotencyKey);
    const request: RequestInit = { headers, signal: AbortSignal.timeout(ANSWER_WITHIN_MS), credentials: 'omit', cache: 'no-store' };
    const sent = body === undefined ? request : { ...request, method: 'POST', body: JSON.stringify(body) };
    const response = readable(await answered(this.#around.fetch(this.#base + path, sent)));
    if (!response.ok && !(response.status === expected && !isProblem(response))) throw await problemOf(response);
    return response;
  }
}

/** The answer, whose body may break off yet, or not be what it says it is: that is none, either. */
function readable(response: Response): Response {
  const { json, text, blob } = response;
  return Object.assign(response, {
    json: () => answered(json.call(response)),
    text: () => answered(text.call(response)),
    blob: () => answered(blob.call(response)),
  });
}

function answered<Answer>(answer: Promise<Answer>): Promise<Answer> {
  return answer.catch(() => {
    throw new Problem(0, 'The server did not answer. Please try again.');
  });
}

function isProblem(response: Response): boolean {
  return response.headers.get('Content-Type')?.startsWith('application/problem+json') ?? false;
}

async function problemOf(response: Response): Promise<Problem> {
  const told = (await response.json().catch(() => ({}))) as { title?: string; detail?: string; errors?: FieldError[]; retryAfterMs?: number };
  const message = told.detail ?? told.title ?? `The server answered ${response.status}.`;
  const retryAfterMs = told.retryAfterMs ?? Number(response.headers.get('Retry-After') ?? NaN) * 1000;
  return new Problem(response.status, message, Array.isArray(told.errors) ? told.errors : [], retryAfterMs > 0 ? retryAfterMs : undefined);
}
