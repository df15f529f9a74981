const ANSWER_WITHIN_MS = 15_000;

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
  ) {
    super(message);
  }
}

export interface Call {
  readonly token?: string | undefined;
  readonly body?: unknown;
  /** A status that is an answer like success. */
  readonly expected?: number;
}

/** GETs, or POSTs when there is a body; rejects with a {@link Problem}. */
export async function call(path: string, { token, body, expected }: Call = {}): Promise<Response> {
  const headers = new Headers();
  if (token) headers.set('Authorization', `Bearer ${token}`);
  if (body !== undefined) headers.set('Content-Type', 'application/json');
  const request: RequestInit = { headers, signal: AbortSignal.timeout(ANSWER_WITHIN_MS), credentials: 'omit', cache: 'no-store' };
  const sent = body === undefined ? request : { ...request, method: 'POST', body: JSON.stringify(body) };
  const response = await fetch(path, sent).catch(() => {
    throw new Problem(0, 'The server did not answer. Please try again.');
  });
  if (!response.ok && response.status !== expected) throw await problemOf(response);
  return response;
}

async function problemOf(response: Response): Promise<Problem> {
  const told = (await response.json().catch(() => ({}))) as { title?: string; detail?: string; errors?: FieldError[] };
  const message = told.detail ?? told.title ?? `The server answered ${response.status}.`;
  return new Problem(response.status, message, Array.isArray(told.errors) ? told.errors : []);
}
