import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { emptyState, notice } from '../look/notices';
import { buyingWords } from '../words/buying';
import type { Paged } from './paged';

const SKELETONS = 4;

/** Who is not signed in has nothing here yet. */
export function signInFirst(): TemplateResult {
  const text = buyingWords();
  return emptyState(text.signInFirst, html`<a class="button primary" href="#/sign-in">${text.signIn}</a>`, 'my-sign-in');
}

/** The choices between some and all, each an address of its own. */
export function filters(page: string, names: Readonly<Record<string, string>>, only: string | undefined): TemplateResult {
  return html`<nav class="filters" aria-label=${buyingWords().filter}>
    ${Object.entries(names).map(
      ([word, name]) =>
        html`<a
          href="#/my/${page}${word === 'all' ? '' : `/${word}`}"
          data-testid="only-${word}"
          aria-current=${word === (only ?? 'all') ? 'true' : nothing}
          >${name}</a
        >`,
    )}
  </nav>`;
}

/** A list in whatever state it is; `nothingThere` is said where it is empty. */
export function listOf<T>(list: Paged<T>, row: (item: T) => TemplateResult, nothingThere: TemplateResult): TemplateResult {
  const text = buyingWords();
  const { items, known, problem, hasMore, loading } = list;
  return html`
    ${known && items.length > 0 ? html`<ul class="rows" data-testid="rows">${repeat(items, list.keyOf, (item) => row(item))}</ul>` : nothing}
    ${known && items.length === 0 && !hasMore ? nothingThere : nothing}
    ${!known && !problem
      ? html`<ul class="rows" role="status" aria-label=${text.loading}>
          ${Array.from({ length: SKELETONS }, () => html`<li class="skeleton"></li>`)}
        </ul>`
      : nothing}
    <div class="foot">
      ${problem
        ? html`<div role="alert" data-testid="my-failed">${notice('bad', html`${text.failed(problem)} <button @click=${() => list.again()}>${text.again}</button>`)}</div>`
        : hasMore
          ? html`<button data-testid="more" ?disabled=${loading} @click=${() => list.more()}>${loading ? text.loading : text.more}</button>`
          : nothing}
    </div>
  `;
}
