import { html, type TemplateResult } from 'lit';
import type { LotRules } from '../client/protocol';
import '../photos/photo-gallery';
import { words } from '../words/words';
import './lot-picture';

/** The photographs of a lot, or what is drawn where there are none. */
export function gallery({ id, title, photos }: LotRules): TemplateResult {
  if (photos?.length) return html`<photo-gallery class="gallery" .photos=${photos} .name=${title}></photo-gallery>`;
  return html`<figure class="gallery">
    <lot-picture .lot=${id} .name=${title}></lot-picture>
    <figcaption class="small muted">${words().lot.noPhoto}</figcaption>
  </figure>`;
}
