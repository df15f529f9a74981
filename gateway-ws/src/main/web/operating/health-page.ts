import { LitElement, html, nothing } from 'lit';
import type { GavelClient } from '../client/gavel-client';
import { Listening } from '../look/listening';
import { look } from '../look/look';
import { buttons } from '../look/buttons';
import { notice, notices } from '../look/notices';
import { pill, pills, type Tone } from '../look/pills';
import { skeletons } from '../look/skeletons';
import { timeOfDay } from '../times';
import { operatingWords } from '../words/operating';
import { healthLook } from './health-look';
import { operateFrame, operateFrameLook } from './operate-frame';
import { SERVICES, type ServiceName } from './readings';
import './spark-line';
import type { Tile } from './tiles';
import { serviceVerdict, worstOf, type Verdict } from './verdicts';
import { WatchSystem } from './watch-system';

const TONES: Readonly<Record<Verdict, Tone>> = { ok: 'good', slow: 'brass', down: 'bad', unknown: 'quiet' };

/** How the services are, at a glance. */
class HealthPage extends LitElement {
  static override properties = { client: { attribute: false } };
  static override styles = [look, buttons, notices, pills, skeletons, operateFrameLook, healthLook];
  client!: GavelClient;
  readonly #system = new WatchSystem(this, () => this.client);

  constructor() {
    super();
    new Listening(this, () => [this.client.session.changes.on(() => this.requestUpdate())]);
  }

  override render() {
    return operateFrame(this.client, 'health', () => this.#health());
  }

  #health() {
    const text = operatingWords().health;
    const { at, problem, tiles } = this.#system;
    const all = worstOf([...SERVICES.map((service) => serviceVerdict(this.#system.readings.newest.get(service))), ...tiles.map(({ verdict }) => verdict)]);
    return html`
      <div class="top">
        <h1>${operatingWords().page.health}</h1>
        <p role="status" data-testid="overall" data-verdict=${at ? all : 'unknown'}>${at ? pill(TONES[all], text.overall[all]) : nothing}</p>
        <p class="small muted">${at ? text.asOf(timeOfDay(at)) : nothing}</p>
      </div>
      ${problem ? html`<div role="alert" data-testid="health-problem">${notice('bad', at ? text.stale(problem, timeOfDay(at)) : text.failed(problem))}</div>` : nothing}
      ${at
        ? html`<ul class="tiles">
              ${tiles.map((tile) => this.#tile(tile))}
            </ul>
            ${this.#services()}`
        : html`<div class="skeleton" aria-hidden="true"></div>`}
      <p class="small muted">${text.how}</p>
    `;
  }

  #tile({ id, label, value, note, verdict, drawn }: Tile) {
    const values = this.#system.drawn.get(id) ?? [];
    return html`
      <li class="card" data-testid="tile-${id}" data-verdict=${verdict}>
        <h2>${label}</h2>
        ${pill(TONES[verdict], operatingWords().health.verdicts[verdict])}
        <p class="value" data-testid="value-${id}">${value}</p>
        <p class="small muted note">${note}</p>
        ${drawn !== undefined || values.some((each) => each !== undefined) ? html`<spark-line .values=${values}></spark-line>` : nothing}
      </li>
    `;
  }

  #services() {
    const text = operatingWords().health;
    return html`
      <section aria-labelledby="services">
        <h2 id="services">${text.services}</h2>
        <div class="scroll" tabindex="0" role="region" aria-labelledby="services">
          <table>
            <thead>
              <tr>
                <th scope="col">${text.service}</th>
                <th scope="col">${text.state}</th>
                <th scope="col">${text.processes}</th>
                <th scope="col">${text.cpu}</th>
                <th scope="col">${text.parts}</th>
              </tr>
            </thead>
            <tbody>
              ${SERVICES.map((service) => this.#service(service))}
            </tbody>
          </table>
        </div>
      </section>
    `;
  }

  #service(service: ServiceName) {
    const text = operatingWords().health;
    const { readings } = this.#system;
    const reading = readings.newest.get(service);
    const verdict = serviceVerdict(reading);
    const cpu = readings.worst(service, 'cpu');
    return html`
      <tr data-testid="service-${service}" data-verdict=${verdict}>
        <th scope="row">${text.names[service]}</th>
        <td>${pill(TONES[verdict], text.verdicts[verdict])} ${reading?.problem ? text.silent(reading.problem) : nothing}</td>
        <td>${readings.processes(service)}</td>
        <td>${cpu === undefined ? '–' : `${Math.round(cpu * 100)} %`}</td>
        <td>${(reading?.parts ?? []).map(({ name, state }) => html`<span class="part">${name}: ${state}</span> `)}</td>
      </tr>
    `;
  }
}

customElements.define('health-page', HealthPage);
