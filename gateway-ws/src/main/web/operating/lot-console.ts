import { LitElement, html, nothing } from 'lit';
import type { GavelClient } from '../client/gavel-client';
import { keep, kept } from '../look/kept';
import { buttons } from '../look/buttons';
import { Listening } from '../look/listening';
import { look } from '../look/look';
import { emptyState, notices } from '../look/notices';
import { pills } from '../look/pills';
import { skeletons } from '../look/skeletons';
import { FollowedLot } from '../lots/followed-lot';
import '../lots/lot-history';
import { operatingWords } from '../words/operating';
import { possible, type Act } from './acts';
import './ask-dialog';
import type { Asking } from './ask-dialog';
import { askingAct, means, type Subject } from './asking-acts';
import { after, call, mayFall, next, NOTHING_CALLED, type Calling } from './called';
import './console-board';
import { consoleLook } from './console-look';
import { stroke, type Stroke } from './keys';
import { operateFrame, operateFrameLook } from './operate-frame';

const KEYS_OFF = 'gavel.console-keys-off';

/** The auctioneer's place at one lot: everything large, and everything by one key. */
class LotConsole extends LitElement {
  static override properties = {
    client: { attribute: false },
    lot: {},
    asking: { state: true },
    calling: { state: true },
    done: { state: true },
    keysOff: { state: true },
  };
  static override styles = [look, buttons, notices, pills, skeletons, operateFrameLook, consoleLook];
  client!: GavelClient;
  lot!: string;
  asking: { readonly act: Act; readonly what: Asking } | undefined;
  calling: Calling = NOTHING_CALLED;
  done = '';
  keysOff = kept(KEYS_OFF) === 'yes';
  readonly #followed = new FollowedLot(
    this,
    () => [this.client, this.lot],
    (event) => (this.calling = after(this.calling, event)),
  );

  constructor() {
    super();
    new Listening(this, () => {
      const pressed = (key: KeyboardEvent) => this.#pressed(key);
      window.addEventListener('keydown', pressed);
      return [() => window.removeEventListener('keydown', pressed), this.client.session.changes.on(() => this.requestUpdate())];
    });
  }

  override render() {
    return operateFrame(this.client, undefined, () => this.#console());
  }

  #console() {
    const { problem, historyProblem, events } = this.#followed;
    const text = operatingWords();
    const subject = this.#subject;
    if (problem) return html`<div role="alert">${emptyState(problem, html`<a href="#/operate">${text.toLive}</a>`, 'console-problem')}</div>`;
    if (!subject) return html`<div class="skeleton" role="status" aria-label=${text.loading}></div>`;
    const { rules, event } = subject;
    return html`
      <div class="place">
        <console-board .clock=${this.client.clock} .rules=${rules} .event=${event} .events=${events} .called=${this.calling.called}></console-board>
        ${event.status === 'closed' ? html`<p class="on"><a class="button primary" href="#/operate" data-testid="to-next">${text.toLive}</a></p>` : this.#desk(subject)}
        <div class="log card"><lot-history .events=${events} .currency=${rules.currency} .lot=${rules.id} .problem=${historyProblem}></lot-history></div>
      </div>
      ${this.asking
        ? html`<ask-dialog
            .asking=${this.asking.what}
            .means=${means(this.asking.act, subject)}
            .blocked=${this.#blocked(subject)}
            @finished=${this.#finished}
            @given-up=${() => (this.asking = undefined)}
          ></ask-dialog>`
        : nothing}
    `;
  }

  #desk(subject: Subject) {
    const { event } = subject;
    const text = operatingWords();
    const can = possible(event);
    const coming = next(this.calling, event);
    const runs = event.status === 'paused' ? 'resume' : 'pause';
    return html`
      <div class="desk" role="group" aria-label=${text.console.desk}>
        ${this.#button('once', 'o', text.console.once, coming === 'once', () => this.#call('once'), 'call')}
        ${this.#button('twice', 't', text.console.twice, coming === 'twice', () => this.#call('twice'), 'call')}
        ${this.#button('hammer', 'h', text.acts.hammer.short, mayFall(this.calling, event), () => this.#ask('hammer'), 'primary')}
        ${this.#button(runs, 'p', text.acts[runs].short, can.includes(runs), () => this.#ask(runs))}
        ${this.#button('extend-1', '1', text.console.extend(1), can.includes('extend'), () => this.#ask('extend', 1))}
        ${this.#button('extend-5', '5', text.console.extend(5), can.includes('extend'), () => this.#ask('extend', 5))}
        ${this.#button('cancel', undefined, text.acts.cancel.short, can.includes('cancel'), () => this.#ask('cancel'))}
      </div>
      <p role="status" class="done small" data-testid="done">${this.done}</p>
      <div class="keys small muted">
        <p>${text.console.callsAre}</p>
        <label
          ><input type="checkbox" data-testid="keys" .checked=${!this.keysOff} @change=${this.#switchKeys} />${text.console.keys}</label
        >
      </div>
    `;
  }

  /** What is not possible now stays in its place and can be reached, so that nothing moves under a finger. */
  #button(testId: string, key: string | undefined, label: string, can: boolean, press: () => void, look = '') {
    return html`<button
      class=${look}
      data-testid=${testId}
      aria-disabled=${can ? 'false' : 'true'}
      aria-keyshortcuts=${key && !this.keysOff ? key.toUpperCase() : nothing}
      @click=${() => can && press()}
    >
      ${label}${key && !this.keysOff ? html`<kbd aria-hidden="true">${key.toUpperCase()}</kbd>` : nothing}
    </button>`;
  }

  get #subject(): Subject | undefined {
    const { rules, event } = this.#followed;
    return rules && event ? { rules, event } : undefined;
  }

  /** A bid that comes in while the hammer is being confirmed stops it. */
  #blocked({ event }: Subject): string | undefined {
    if (!this.asking) return undefined;
    const { console: say } = operatingWords();
    if (!possible(event).includes(this.asking.act)) return say.notAnyMore;
    return this.asking.act === 'hammer' && !mayFall(this.calling, event) ? say.newBid : undefined;
  }

  #pressed(pressed: KeyboardEvent): void {
    const subject = this.#subject;
    if (this.keysOff || this.asking || !subject || !this.client.session.may('OPERATOR')) return;
    const within = pressed.composedPath().filter((each): each is HTMLElement => each instanceof HTMLElement);
    const meant = stroke(pressed, within);
    if (!meant) return;
    pressed.preventDefault();
    this.#do(meant, subject);
  }

  #do(meant: Stroke, { event }: Subject): void {
    const can = possible(event);
    switch (meant.does) {
      case 'call':
        return this.#call(meant.what);
      case 'hammer':
        return mayFall(this.calling, event) ? this.#ask('hammer') : this.#say(operatingWords().console.callFirst);
      case 'pause-or-resume': {
        const act = event.status === 'paused' ? 'resume' : 'pause';
        return can.includes(act) ? this.#ask(act) : undefined;
      }
      case 'extend':
        return can.includes('extend') ? this.#ask('extend', meant.minutes) : undefined;
    }
  }

  #call(what: 'once' | 'twice'): void {
    const { event } = this.#followed;
    if (event) this.calling = call(this.calling, what, event);
    this.done = '';
  }

  #ask(act: Act, minutes?: number): void {
    const subject = this.#subject;
    if (!subject) return;
    this.done = '';
    this.asking = { act, what: askingAct(this.client, act, [subject], minutes) };
  }

  #finished(): void {
    if (this.asking) this.#say(operatingWords().acts[this.asking.act].done(this.asking.what.on));
    this.asking = undefined;
  }

  #say(what: string): void {
    this.done = what;
  }

  #switchKeys(change: Event): void {
    this.keysOff = !(change.target as HTMLInputElement).checked;
    keep(KEYS_OFF, this.keysOff ? 'yes' : 'no');
  }
}

customElements.define('lot-console', LotConsole);
