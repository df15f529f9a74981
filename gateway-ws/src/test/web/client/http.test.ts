import { Http, Problem } from '../../../main/web/client/http';
import { same } from '../expect';
import { ByHand } from './by-hand';

/** What reading an answer comes to, if its body is this. */
async function reading(body: BodyInit, read: (answer: Response) => Promise<unknown>): Promise<unknown> {
  const around = new (class extends ByHand {
    override fetch(): Promise<Response> {
      return Promise.resolve(new Response(body));
    }
  })();
  const answer = await new Http('http://gavel.test', around).call('/api/v1/lots');
  return read(answer).catch((failed: unknown) => (failed instanceof Problem ? failed.status : 'something else'));
}

const brokenOff = () => new ReadableStream({ pull: (stream) => stream.error(new TypeError('the line fell')) });

Deno.test('an answer that breaks off is as none at all', async () => {
  same(await reading(brokenOff(), (answer) => answer.json()), 0);
  same(await reading(brokenOff(), (answer) => answer.text()), 0);
  same(await reading(brokenOff(), (answer) => answer.blob()), 0);
});

Deno.test('an answer that is not what it says it is, is none', async () => {
  same(await reading('<html>', (answer) => answer.json()), 0);
  same(await reading('{"lots":1}', (answer) => answer.json()), { lots: 1 });
});
