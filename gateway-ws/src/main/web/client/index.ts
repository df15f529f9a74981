/**
 * The client of a Gavel gateway, as it is served at `/client.js`. It needs nothing but a `WebSocket` and `fetch`. Amounts are in a
 * currency's minor unit, instants are ISO 8601 in UTC, ids are UUIDs. What travels is described in docs/protocol.
 */
export { GavelClient, type GavelClientOptions } from './gavel-client';
export { Problem, type FieldError } from './http';
export type { Api, DemoToken, Listing, LotPage, LotsWanted, Taking } from './api';
export type { BidDesk, BidOptions } from './bid-desk';
export type { BidResult } from './pending-bid';
export type { Connection, ConnectionState, Received } from './connection';
export type { Listeners } from './listeners';
export type { OwnBid, OwnBids } from './own-bids';
export type { ServerClock } from './server-clock';
export type { Session, SignedIn, Store, TokenSource } from './session';
export type { Noticed, Socket, Surroundings } from './surroundings';
export type { LotWatcher, Position } from './watched-lot';
export type { WatchOptions, Watching } from './watches';
export type * from './protocol';
