import type { Listing } from '../client/api';
import { rungs, stepAt } from '../ladder';
import { fallingPrice } from '../lots/dutch';
import { money } from '../money';
import { dateTime, durationInWords, durationMs, timeOfDay } from '../times';
import { sellingWords } from '../words/selling';
import { asListed, EBAY_US, ladderOf } from './as-listed';
import { exampleOf } from './bidding-example';
import { isoSpan } from './spans';

/** What some of the rules mean, in a few sentences. */
export interface Told {
  readonly title: string;
  readonly lines: readonly string[];
}

const LATE_MS = 10_000;
/** After how many minutes a falling price is told, as far as the lot is open and it still falls. */
const TELLING_MINUTES = [1, 5, 10, 30, 60, 180, 720, 1_440];
const MOST_TOLD = 4;

/** What a listing means for those who bid and who sells, with small examples reckoned by its own rules. */
export function meaning(listing: Listing, now: number): readonly Told[] {
  const said = (minor: number): string => money(minor, listing.currency);
  switch (listing.format) {
    case 'english':
      return [opening(listing), rising(listing, said), lateBids(listing), ...buyingNow(listing, said), ending(listing, said)];
    case 'dutch':
      return [opening(listing), falling(listing, now, said)];
    case 'sealed-first-price':
    case 'vickrey':
      return [opening(listing), sealed(listing, said)];
  }
}

function opening({ opensAt, closesAt, absenteeBids }: Listing): Told {
  const text = sellingWords().meaning;
  const opens = opensAt === undefined ? text.opensNow : text.opensAt(dateTime(opensAt));
  return { title: text.time, lines: [opens, ...(absenteeBids ? [text.absentee] : []), text.closes(dateTime(closesAt))] };
}

function rising(listing: Listing, said: (minor: number) => string): Told {
  const text = sellingWords().meaning;
  const ladder = ladderOf(listing.increments);
  const [one, other] = text.people;
  const bids = exampleOf(one, other, { startingPrice: listing.startingPrice, ladder, reserve: listing.reserve });
  const { price } = bids.at(-1)!.after;
  return {
    title: text.example,
    lines: [
      text.firstBid(said(listing.startingPrice)),
      ...bids.map(({ who, amount, after }) => text.bids(who, said(amount), after.leader ?? who, said(after.price))),
      text.nextBid(said(price + stepAt(ladder, price))),
    ],
  };
}

function lateBids({ softClose, closesAt }: Listing): Told {
  const text = sellingWords().meaning;
  if (!softClose) return { title: text.lateBids, lines: [text.hardClose(timeOfDay(closesAt))] };
  const end = Date.parse(closesAt);
  const lateMs = Math.min(LATE_MS, durationMs(softClose.window));
  const most = softClose.maxExtension === undefined ? Infinity : end + durationMs(softClose.maxExtension);
  const moved = Math.min(most, Math.max(end, end - lateMs + durationMs(softClose.extension)));
  const late = text.lateBid(durationInWords(isoSpan(lateMs)), timeOfDay(closesAt), timeOfDay(new Date(moved).toISOString()));
  return { title: text.lateBids, lines: [late, softClose.maxExtension ? text.lateMost(durationInWords(softClose.maxExtension)) : text.lateAgain] };
}

function buyingNow({ buyNow }: Listing, said: (minor: number) => string): readonly Told[] {
  const text = sellingWords().meaning;
  if (!buyNow) return [];
  const until = text.buyNowUntil(buyNow.policy, said(buyNow.reaches ?? buyNow.price));
  return [{ title: text.buyNow, lines: [text.buyNowFor(said(buyNow.price), until)] }];
}

function ending({ reserve }: Listing, said: (minor: number) => string): Told {
  const text = sellingWords().meaning;
  return { title: text.end, lines: [reserve === undefined ? text.noReserve : text.reserve(said(reserve))] };
}

/** Three sealed bids, the highest of them enough. */
function sealed(listing: Listing, said: (minor: number) => string): Told {
  const text = sellingWords().meaning;
  const { startingPrice, reserve } = listing;
  const steps = rungs(EBAY_US, startingPrice, 12);
  const highest = Math.max(steps[9]!, reserve ?? 0);
  const amounts = [steps[3]!, Math.min(steps[6]!, highest), highest];
  const pays = listing.format === 'vickrey' ? Math.max(amounts[1]!, reserve ?? 0) : highest;
  const lines = [text.sealed(said(startingPrice)), text.sealedBids(amounts.map(said)), text.sealedWins(said(highest), said(pays))];
  return { title: text.example, lines: [...lines, reserve === undefined ? text.noReserve : text.reserve(said(reserve))] };
}

function falling(listing: Listing, now: number, said: (minor: number) => string): Told {
  const text = sellingWords().meaning;
  const opensMs = listing.opensAt === undefined ? now : Date.parse(listing.opensAt);
  const { rules, event } = asListed({ ...listing, opensAt: new Date(opensMs).toISOString() }, '', '', opensMs);
  const at = (ms: number): number => fallingPrice(rules, event, [], opensMs + ms).price;
  const { step = 1, floor = 1, startingPrice } = listing;
  const openMs = Date.parse(listing.closesAt) - opensMs;
  const flooredMs = Math.ceil((startingPrice - floor) / step) * durationMs(listing.tick ?? 'PT1S');
  const told = TELLING_MINUTES.map((minutes) => minutes * 60_000).filter((ms) => ms < openMs && ms < flooredMs);
  const end = flooredMs < openMs ? text.floorAfter(said(floor), durationInWords(isoSpan(flooredMs))) : text.floorNever(said(at(openMs)));
  const prices = told.slice(0, MOST_TOLD).map((ms) => text.priceAfter(durationInWords(isoSpan(ms)), said(at(ms))));
  return { title: text.example, lines: [text.fallsFrom(said(startingPrice)), ...prices, end, text.firstTakes] };
}
