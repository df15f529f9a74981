import { html, nothing } from 'lit';
import type { GavelClient } from '../client/gavel-client';
import { FORMATS } from '../lots/wishes';
import '../photos/photo-drop';
import type { PhotosChanged } from '../photos/photo-drop';
import { sellingWords } from '../words/selling';
import { BUY_NOW_POLICIES } from './draft';
import { CURRENCIES } from './filled';
import type { FilledFields } from './filled-fields';
import { PRESETS, type PresetName } from './presets';

const MOST_TITLE = 200;
const MOST_DESCRIPTION = 10_000;

export function whatSection(fields: FilledFields, client: GavelClient, photos: readonly string[], changed: (changed: PhotosChanged) => void) {
  const text = sellingWords().form;
  return html`
    <h2>${text.what}</h2>
    ${fields.text('title', text.lotTitle, { most: MOST_TITLE })}
    ${fields.area('description', text.description, MOST_DESCRIPTION, { help: text.descriptionHelp })}
    <div class="field">
      <p class="label">${text.photos}</p>
      <photo-drop .client=${client} .photos=${photos} @photos-changed=${changed}></photo-drop>
      <p class="error small" role="alert" data-testid="list-photos-error">${fields.problem('photos')}</p>
    </div>
  `;
}

export function rulesSection(fields: FilledFields, preset: PresetName | undefined, choosePreset: (name: PresetName) => void) {
  const text = sellingWords().form;
  return html`
    <h2>${text.rules}</h2>
    <div role="group" aria-label=${text.preset}>
      <p class="small muted">${text.preset}</p>
      <div class="presets">
        ${PRESETS.map(
          (name) => html`<button type="button" class="preset" data-testid="preset-${name}" aria-pressed=${name === preset} @click=${() => choosePreset(name)}>
            <span>${text.presets[name][0]}</span> <span class="small muted">${text.presets[name][1]}</span>
          </button>`,
        )}
      </div>
    </div>
    <div class="pair">
      ${fields.select('format', text.format, FORMATS.map((format) => [format, text.formats[format]]))}
      ${fields.select('currency', text.currency, currencies(fields))} ${prices(fields)}
    </div>
  `;
}

/** Those we offer, and another one that is there already, from a lot listed elsewhere. */
function currencies(fields: FilledFields): ReadonlyArray<readonly [string, string]> {
  const there = fields.value('currency');
  return [...new Set([...CURRENCIES, ...(there ? [there] : [])])].map((currency) => [currency, currency]);
}

function prices(fields: FilledFields) {
  const text = sellingWords().form;
  const format = fields.value('format');
  if (format === 'dutch')
    return html`
      ${fields.amount('startingPrice', text.fallsFrom)} ${fields.amount('floor', text.floor)} ${fields.amount('step', text.fall)}
      ${fields.span('tick', text.tick)}
    `;
  return html`
    ${fields.amount('startingPrice', text.startingPrice)} ${fields.amount('reserve', text.reserve, { help: text.reserveHelp })}
    ${format === 'english' ? english(fields) : nothing}
  `;
}

function english(fields: FilledFields) {
  const text = sellingWords().form;
  return html`
    ${fields.select('increments', text.steps, [
      ['ebay-us', text.growing],
      ['fixed', text.fixed],
      ['own', text.own],
    ])}
    ${fields.value('increments') === 'fixed' ? fields.amount('step', text.step) : nothing}
    ${fields.value('increments') === 'own' ? fields.text('ladder', text.ladder, { help: text.ladderHelp }) : nothing}
    ${fields.amount('buyNow', text.buyNow, { help: text.buyNowHelp })}
    ${fields.value('buyNow').trim() === ''
      ? nothing
      : fields.select('buyNowUntil', text.buyNowUntil, BUY_NOW_POLICIES.map((policy) => [policy, text.policies[policy]]))}
    ${fields.value('buyNow').trim() !== '' && fields.value('buyNowUntil') === 'until-price-reaches'
      ? fields.amount('buyNowReaches', text.buyNowReaches)
      : nothing}
  `;
}

export function scheduleSection(fields: FilledFields) {
  const text = sellingWords().form;
  const later = fields.value('opens') === 'at';
  return html`
    <h2>${text.schedule}</h2>
    <p class="small muted" data-testid="zone">${text.zone(Intl.DateTimeFormat().resolvedOptions().timeZone)}</p>
    ${fields.choice('opens', text.opens, [
      ['now', text.opensNow],
      ['at', text.opensLater],
    ])}
    ${later ? fields.moment('opensAt', text.opensAt) : nothing}
    ${later && fields.value('format') !== 'dutch' ? fields.flag('absenteeBids', text.absenteeBids) : nothing}
    ${fields.choice('closes', text.closes, [
      ['at', text.atTime],
      ['in', text.afterSomeTime],
    ])}
    ${fields.value('closes') === 'at' ? fields.moment('closesAt', text.closesAt) : fields.span('closesIn', text.closesIn)}
    ${fields.value('format') === 'english' ? lateBids(fields) : nothing}
  `;
}

function lateBids(fields: FilledFields) {
  const text = sellingWords().form;
  return html`<fieldset>
    <legend>${text.lateBids}</legend>
    ${fields.flag('softClose', text.extends)}
    ${fields.value('softClose') === ''
      ? nothing
      : html`<div class="pair">
          ${fields.span('window', text.window)} ${fields.span('extension', text.extension)} ${fields.span('maxExtension', text.maxExtension)}
        </div>`}
  </fieldset>`;
}

export function moreSection(fields: FilledFields) {
  const text = sellingWords().form;
  const english = fields.value('format') === 'english';
  return html`<details ?open=${fields.has('estimate', 'linkedAccounts')}>
    <summary>${text.more}</summary>
    <div class="inside">
      ${english ? fields.amount('estimate', text.estimate, { help: text.estimateHelp }) : nothing}
      ${english ? fields.flag('retraction', text.retraction) : nothing}
      ${fields.text('linkedAccounts', text.linkedAccounts, { help: text.linkedAccountsHelp })}
    </div>
  </details>`;
}
