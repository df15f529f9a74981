import { fitting } from './fitting';

const ANSWER_WITHIN_MS = 90_000;
const PHOTOS = '/api/v1/photos';

/** Why a file did not become a photo. */
export type Refusal = 'too-many' | 'too-large' | 'no-photo' | 'damaged' | 'too-many-unlisted' | 'not-allowed' | 'not-sent';

/** What became of a file that was sent; `busy` may be sent again after a while. */
export type Sent = { readonly id: string } | { readonly refused: Refusal } | { readonly busyMs: number };

/** Sends one file and tells how much of it is there, 0 to 1; never rejects. */
export type Send = (file: Blob, progress: (part: number) => void, stop: AbortSignal) => Promise<Sent>;

const REFUSALS: Readonly<Record<number, Refusal>> = {
  401: 'not-allowed',
  403: 'not-allowed',
  409: 'too-many-unlisted',
  413: 'too-large',
  415: 'no-photo',
  422: 'damaged',
};

/** Sends to the gateway the page came from, a large photo smaller than it is. */
export function sendWith(token: () => string | undefined): Send {
  return async (file, progress, stop) => {
    const photo = await fitting(file).catch(() => undefined);
    if (stop.aborted) return { refused: 'not-sent' };
    return photo ? posted(photo, token(), progress, stop) : { refused: 'too-large' };
  };
}

/** By XMLHttpRequest, since `fetch` does not tell how far it is. */
function posted(photo: Blob, token: string | undefined, progress: (part: number) => void, stop: AbortSignal): Promise<Sent> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', PHOTOS);
    request.timeout = ANSWER_WITHIN_MS;
    request.setRequestHeader('Authorization', `Bearer ${token ?? ''}`);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => progress(loaded / Math.max(1, total));
    request.onload = () => resolve(answered(request));
    request.onerror = request.ontimeout = request.onabort = () => resolve({ refused: 'not-sent' });
    stop.addEventListener('abort', () => request.abort());
    request.send(photo);
  });
}

function answered(request: XMLHttpRequest): Sent {
  if (request.status === 201) return { id: (JSON.parse(request.responseText) as { id: string }).id };
  if (request.status === 429) return { busyMs: Number(request.getResponseHeader('Retry-After') ?? 2) * 1000 };
  return { refused: REFUSALS[request.status] ?? 'not-sent' };
}
