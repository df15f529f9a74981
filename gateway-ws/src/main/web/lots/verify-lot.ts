import { LitElement, css, html, nothing } from 'lit';
import type { GavelClient } from '../client/gavel-client';
import { Problem } from '../client/http';
import type { Position } from '../client/watched-lot';
import { buttons } from '../look/buttons';
import { look } from '../look/look';
import { notice, notices } from '../look/notices';
import { problemInWords } from '../words/problem';
import { words } from '../words/words';
import { NOTHING_CHECKED, checkOn, type Checked } from './chain';

const PAGE = 1_000;

type Result =
  | { readonly kind: 'whole'; readonly checked: Checked; readonly asSeen: boolean }
  | { readonly kind: 'broken'; readonly at: number }
  | { readonly kind: 'other' }
  | { readonly kind: 'failed'; readonly why: string };

/** Works out a lot's chain of hashes again, here, from the bytes of its public log, and compares it with what was followed live. */
class VerifyLot extends LitElement {
  static override properties = { client: { attribute: false }, lot: {}, seen: { attribute: false }, working: { state: true }, result: { state: true } };
  static override styles = [
    look,
    buttons,
    notices,
    css`
      :host {
        display: grid;
        gap: var(--space-3);
        justify-items: start;
      }
      [role='status'] {
        justify-self: stretch;
      }
      code {
        font-size: 0.8125rem;
        overflow-wrap: anywhere;
      }
    `,
  ];
  client!: GavelClient;
  lot!: string;
  /** How far this page has followed the lot. */
  seen: (() => Position | undefined) | undefined;
  /** How many events were checked, while it is being done. */
  working: number | undefined;
  result: Result | undefined;

  override render() {
    const text = words().lot.verify;
    return html`
      <h2>${text.title}</h2>
      <p class="small muted">${text.explain}</p>
      <button data-testid="verify" ?disabled=${this.working !== undefined} @click=${this.#verify}>
        ${this.working === undefined ? text.button : text.working(this.working)}
      </button>
      <div role="status">${this.result ? this.#told(this.result) : nothing}</div>
    `;
  }

  #told(result: Result) {
    const text = words().lot.verify;
    switch (result.kind) {
      case 'whole':
        return html`${notice('good', html`<span data-testid="verified">${text.whole(result.checked.version)} ${result.asSeen ? text.asSeen : nothing}</span>`)}
          <p class="small muted">${text.fingerprint}:<br /><code>${result.checked.hash}</code></p>`;
      case 'broken':
        return notice('bad', text.broken(result.at));
      case 'other':
        return notice('bad', text.other);
      case 'failed':
        return notice('bad', text.failed(result.why));
    }
  }

  async #verify(): Promise<void> {
    this.working = 0;
    this.result = undefined;
    try {
      this.result = await this.#check(this.seen?.());
    } catch (failed) {
      if (!(failed instanceof Problem)) throw failed;
      this.result = { kind: 'failed', why: problemInWords(failed) };
    } finally {
      this.working = undefined;
    }
  }

  async #check(seen: Position | undefined): Promise<Result> {
    let checked = NOTHING_CHECKED;
    let asSeen = false;
    for (;;) {
      const lines = await this.client.api.logLines(this.lot, checked.version, PAGE);
      for (const line of lines) {
        const next = checkOn(checked, [line]);
        if ('brokenAt' in next) return { kind: 'broken', at: next.brokenAt };
        checked = next;
        if (seen?.hash !== undefined && seen.version === checked.version) {
          if (seen.hash !== checked.hash) return { kind: 'other' };
          asSeen = true;
        }
      }
      this.working = checked.version;
      if (lines.length < PAGE) break;
    }
    return seen && checked.version < seen.version ? { kind: 'other' } : { kind: 'whole', checked, asSeen };
  }
}

customElements.define('verify-lot', VerifyLot);
