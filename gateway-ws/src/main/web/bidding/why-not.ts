import { html, type TemplateResult } from 'lit';
import type { GavelClient } from '../client/gavel-client';
import type { LotEvent, LotRules } from '../client/protocol';
import { words } from '../words/words';

/** Why somebody cannot bid on a lot now; undefined if he can. */
export function whyNot({ session }: GavelClient, rules: LotRules, event: LotEvent): string | TemplateResult | undefined {
  const text = words().bidding;
  if (!session.who) return html`<a href="#/sign-in">${text.signIn}</a>${text.toBid}`;
  if (session.who.account === rules.seller) return text.ownLot;
  if (!session.may('BIDDER')) return text.noBidder;
  if (event.status === 'scheduled' && !rules.absenteeBids) return text.notOpen;
  return event.status === 'paused' ? text.paused : undefined;
}
