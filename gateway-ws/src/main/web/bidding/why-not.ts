import { html, type TemplateResult } from 'lit';
import type { GavelClient } from '../client/gavel-client';
import type { LotEvent, LotRules } from '../client/protocol';

/** Why somebody cannot bid on a lot now; undefined if he can. */
export function whyNot({ session }: GavelClient, rules: LotRules, event: LotEvent): string | TemplateResult | undefined {
  if (!session.who) return html`<a href="#/sign-in">Sign in</a> to bid.`;
  if (session.who.account === rules.seller) return 'This is your lot. You can watch, but not bid.';
  if (!session.may('BIDDER')) return 'You are not signed in as a bidder.';
  if (event.status === 'scheduled' && !rules.absenteeBids) return 'Bidding has not opened yet.';
  return event.status === 'paused' ? 'This lot is paused.' : undefined;
}
