import * as oauth from '../vendor/oauth4webapi/index.js';

export type Why = 'away' | 'denied' | 'lost' | 'clock' | 'insecure' | 'refused';

/** Why signing in at an issuer did not work; the message is the issuer's or the library's own word on it. */
export class SignInFailure extends Error {
  constructor(
    readonly why: Why,
    detail = '',
  ) {
    super(detail);
  }
}

/** What an error of the library, or of the network, means for who wants to sign in. */
export function failureOf(failed: unknown): SignInFailure {
  if (failed instanceof SignInFailure) return failed;
  if (failed instanceof oauth.AuthorizationResponseError)
    return failed.error === 'access_denied' ? new SignInFailure('denied') : new SignInFailure('refused', failed.error_description ?? failed.error);
  if (failed instanceof oauth.ResponseBodyError)
    return failed.status >= 500 ? new SignInFailure('away') : new SignInFailure('refused', failed.error_description ?? failed.error);
  if (failed instanceof oauth.OperationProcessingError)
    return failed.code === oauth.JWT_TIMESTAMP_CHECK ? new SignInFailure('clock', failed.message) : new SignInFailure(isAway(failed) ? 'away' : 'refused', failed.message);
  if (failed instanceof TypeError || failed instanceof DOMException) return new SignInFailure('away');
  throw failed;
}

/** A proxy's error page in place of the issuer's answer. */
function isAway({ code, cause }: oauth.OperationProcessingError): boolean {
  return code === oauth.RESPONSE_IS_NOT_CONFORM && cause instanceof Response && cause.status >= 500;
}
