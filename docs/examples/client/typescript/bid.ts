// Watches a lot and bids on it, with the client that every gateway serves. Save that beside this file and run it:
//
//     curl -O http://localhost:8080/client.js -O http://localhost:8080/client.d.ts
//     deno run --allow-net bid.ts http://localhost:8080 alice LOT 12500
//
// The last line it prints says where it was. Given as two more arguments, another run goes on right there.

// @ts-types="./client.d.ts"
import { GavelClient, type BidResult, type Position } from './client.js';

declare const process: { readonly argv: readonly string[] };

const [url, user, lot, amount, version, hash] = process.argv.slice(2) as [string, string, string, string, string?, string?];
const after: Position | undefined = version && hash ? { version: Number(version), hash } : undefined;

function inWords(result: BidResult): string {
  switch (result.kind) {
    case 'decided':
      return `decision ${result.decision.outcome} ${result.decision.reason ?? ''}`.trim();
    case 'refused':
      return `refused before the log: ${result.error.message}`;
    case 'undecided':
      return `nobody knows yet; ask for ${result.id} later`;
    case 'not-sent':
      return 'nothing was bid';
  }
}

const gavel = new GavelClient({ url });
gavel.connection.states.on((state) => console.log(`connection ${state}`));
await gavel.session.signIn(user, ['BIDDER']);
await gavel.ready();

const clock = await gavel.synced();
console.log(`clock ${clock.offsetMs.toFixed(1)} ms, right to within ${clock.errorMs.toFixed(1)} ms`);

const watching = gavel.watch(
  lot,
  {
    onEvent: ({ version, type, price }) => console.log(`event ${version} ${type} ${price}`),
    onMissed: ({ after, version }) => console.log(`what happened between ${after} and ${version} was missed`),
    onError: ({ code, message }) => {
      throw new Error(`the lot cannot be watched: ${code}: ${message}`);
    },
  },
  after ? { after } : {},
);

// One bid, whatever happens to the connection meanwhile: it is sent again under its id, and counts once.
const result = await gavel.bid(lot, Number(amount));
console.log(inWords(result));

const decidedAt = result.kind === 'decided' ? (result.decision.version ?? 0) : 0;
while ((watching.position?.version ?? -1) < decidedAt) await new Promise((soon) => setTimeout(soon, 10));
gavel.close();
console.log(`position ${watching.position?.version} ${watching.position?.hash}`);
