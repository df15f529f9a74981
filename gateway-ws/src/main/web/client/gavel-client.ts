import type { Taking } from './api';
import { BidDesk, type BidResult } from './bid-desk';
import { ClockSync } from './clock-sync';
import { Connection } from './connection';
import { Listeners } from './listeners';
import { OwnBids } from './own-bids';
import type { Outbid, Sale, ServerFrame } from './protocol';
import { ServerClock } from './server-clock';
import { Session } from './session';
import { taken } from './take-desk';
import { Watches } from './watches';

/** All of the protocol, without any of the page. */
export class GavelClient {
  readonly clock = new ServerClock();
  readonly session = new Session();
  readonly ownBids = new OwnBids();
  readonly outbids = new Listeners<Outbid>();
  readonly sales = new Listeners<Sale>();
  /** Why the session ended although nobody signed out. */
  readonly sessionsLost = new Listeners<string>();

  readonly connection: Connection;
  readonly watches: Watches;
  readonly bids: BidDesk;

  constructor(url: string) {
    this.connection = new Connection(url);
    this.connection.frames.on((frame) => this.#received(frame));
    new ClockSync(this.connection, this.clock);
    this.watches = new Watches(this.connection);
    this.bids = new BidDesk(this.connection, this.session);
    this.bids.decisions.on((decision) => this.ownBids.learn(decision));
    this.session.changes.on(() => this.connection.reopen());
    this.connection.open();
  }

  /** Buys a lot, or accepts its price. */
  async take(lot: string, what: Taking): Promise<BidResult> {
    const result = await taken(lot, what, this.session.who?.token);
    if (result.kind === 'decided') this.bids.decisions.tell(result.decision);
    return result;
  }

  #received(frame: ServerFrame): void {
    switch (frame.type) {
      case 'welcome':
        this.#authenticate();
        break;
      case 'outbid':
        this.outbids.tell(frame);
        break;
      case 'sale':
        this.sales.tell(frame);
        break;
      case 'error':
        if (frame.code === 'bad-token') this.#signedOutBecause(frame.message);
        break;
    }
  }

  #authenticate(): void {
    const token = this.session.who?.token;
    if (token !== undefined) this.connection.send({ type: 'auth', token });
  }

  #signedOutBecause(why: string): void {
    this.session.signOut();
    this.sessionsLost.tell(why);
  }
}
