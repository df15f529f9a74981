let answer: URLSearchParams | undefined;

/** Takes an issuer's answer out of the address, so that neither a reload nor the history says it again; what is shown then is signing in. */
export function readAnswer(): void {
  const said = new URLSearchParams(location.search);
  if (!said.has('state') || !(said.has('code') || said.has('error'))) return;
  answer = said;
  history.replaceState(null, '', `${location.pathname}#/sign-in`);
}

/** What the issuer answered; once. */
export function takeAnswer(): URLSearchParams | undefined {
  const taken = answer;
  answer = undefined;
  return taken;
}
