/** Somebody has signed in; `place` is where he was when he began, if that is known only now. */
export class SignedInEvent extends Event {
  constructor(readonly place?: string) {
    super('signed-in', { bubbles: true, composed: true });
  }
}
