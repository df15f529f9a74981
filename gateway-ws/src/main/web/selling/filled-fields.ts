import { html, nothing, type TemplateResult } from 'lit';
import { field } from '../look/fields';
import { sellingWords } from '../words/selling';
import type { FieldName, Filled } from './filled';
import type { Problems } from './problems';
import { partsOf, UNITS, type Unit } from './spans';

interface More {
  readonly help?: string | undefined;
  readonly error?: string | undefined;
}

type Options = ReadonlyArray<readonly [value: string, label: string]>;

/** Draws fields with what is filled in and what is wrong; what is typed is told by the events of their form, see {@link typedInto}. */
export class FilledFields {
  readonly #filled: Filled;
  readonly #problems: Problems;

  constructor(filled: Filled, problems: Problems) {
    this.#filled = filled;
    this.#problems = problems;
  }

  value(name: FieldName): string {
    return this.#filled[name] ?? '';
  }

  problem(name: FieldName): string | typeof nothing {
    return this.#problems[name] ?? nothing;
  }

  has(...names: readonly FieldName[]): boolean {
    return names.some((name) => this.#problems[name] !== undefined);
  }

  text(name: FieldName, label: string, more: More & { readonly most?: number } = {}) {
    const control = html`<input
      id="list-${name}"
      name=${name}
      data-testid="list-${name}"
      aria-describedby=${described(name, more)}
      aria-invalid=${this.#invalid(name, more)}
      maxlength=${more.most ?? nothing}
      autocomplete="off"
      .value=${this.value(name)}
    />`;
    return this.#field(name, label, control, more);
  }

  area(name: FieldName, label: string, most: number, more: More = {}) {
    const control = html`<textarea
      id="list-${name}"
      name=${name}
      data-testid="list-${name}"
      maxlength=${most}
      aria-describedby=${described(name, more)}
      aria-invalid=${this.#invalid(name, more)}
      .value=${this.value(name)}
    ></textarea>`;
    return this.#field(name, label, control, more);
  }

  amount(name: FieldName, label: string, more: More = {}) {
    const control = html`<input
      id="list-${name}"
      name=${name}
      data-testid="list-${name}"
      aria-describedby=${described(name, more)}
      aria-invalid=${this.#invalid(name, more)}
      inputmode="decimal"
      autocomplete="off"
      .value=${this.value(name)}
    />`;
    return this.#field(name, `${label} (${this.value('currency')})`, control, more);
  }

  select(name: FieldName, label: string, options: Options, more: More = {}) {
    const control = html`<select id="list-${name}" name=${name} data-testid="list-${name}" aria-describedby=${described(name, more)}>
      ${options.map(([value, text]) => html`<option value=${value} .selected=${value === this.value(name)}>${text}</option>`)}
    </select>`;
    return this.#field(name, label, control, more);
  }

  /** A number and its unit. */
  span(name: FieldName, label: string, more: More = {}) {
    const text = sellingWords().form;
    const { count, unit } = partsOf(this.value(name));
    const control = html`<div class="span">
      <input
        id="list-${name}"
        name=${name}
        data-part="count"
        data-testid="list-${name}"
        aria-describedby=${described(name, more)}
        aria-invalid=${this.#invalid(name, more)}
        inputmode="numeric"
        autocomplete="off"
        .value=${count}
      />
      <select name=${name} data-part="unit" data-testid="list-${name}-unit" aria-label=${text.unitOf(label)}>
        ${UNITS.map((each) => html`<option value=${each} .selected=${each === unit}>${text.units[each]}</option>`)}
      </select>
    </div>`;
    return this.#field(name, label, control, more);
  }

  moment(name: FieldName, label: string, more: More = {}) {
    const control = html`<input
      id="list-${name}"
      name=${name}
      type="datetime-local"
      data-testid="list-${name}"
      aria-describedby=${described(name, more)}
      aria-invalid=${this.#invalid(name, more)}
      .value=${this.value(name)}
    />`;
    return this.#field(name, label, control, more);
  }

  flag(name: FieldName, label: string) {
    return html`<label class="choice"
      ><input type="checkbox" name=${name} data-testid="list-${name}" .checked=${this.value(name) !== ''} />${label}</label
    >`;
  }

  /** One of several, side by side; their test ids end with the value. */
  choice(name: FieldName, legend: string, options: Options) {
    return html`<fieldset>
      <legend>${legend}</legend>
      <div class="choices">
        ${options.map(
          ([value, label]) => html`<label class="choice"
            ><input type="radio" name=${name} value=${value} data-testid="list-${name}-${value}" .checked=${value === this.value(name)} />${label}</label
          >`,
        )}
      </div>
    </fieldset>`;
  }

  #invalid(name: FieldName, more: More): 'true' | 'false' {
    return (more.error ?? this.#problems[name]) ? 'true' : 'false';
  }

  #field(name: FieldName, label: string, control: TemplateResult, { help, error = this.#problems[name] }: More) {
    return field({ id: `list-${name}`, label, control, help, error });
  }
}

function described(name: string, { help }: More): string {
  return `${help ? `list-${name}-help ` : ''}list-${name}-error`;
}

/** What is filled in after somebody has typed or chosen in one of the fields; undefined if it was none of them. */
export function typedInto(filled: Filled, target: EventTarget | null): Filled | undefined {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) || !target.name) return undefined;
  const { name, value, dataset } = target;
  if (dataset['part']) return { ...filled, [name]: spanWith(filled[name] ?? '', dataset['part'], value) };
  if (target.type === 'checkbox') return { ...filled, [name]: (target as HTMLInputElement).checked ? 'yes' : '' };
  return { ...filled, [name]: value };
}

function spanWith(span: string, part: string, value: string): string {
  const { count, unit } = partsOf(span);
  const [number, name] = part === 'unit' ? [count, value as Unit] : [value.trim(), unit];
  return `${number} ${name}`;
}
