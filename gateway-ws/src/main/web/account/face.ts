import { nothing, svg, html, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { Look } from './people';

/** A face, 64 by 64; only to look at. */
export function face(look: Look): TemplateResult {
  const { ground, skin, coat } = look;
  return html`<svg viewBox="0 0 64 64" aria-hidden="true" focusable="false">
    <circle cx="32" cy="32" r="32" fill=${ground} />
    ${behind(look)}
    <path d="M12 64 Q14 48 32 47 Q50 48 52 64 Z" fill=${coat} />
    <rect x="27" y="38" width="10" height="12" rx="5" fill=${skin} />
    <ellipse cx="32" cy="29" rx="12" ry="14" fill=${skin} />
    ${look.beard ? svg`<path d="M20 30 Q21 45 32 45 Q43 45 44 30 Q40 37 32 36 Q24 37 20 30 Z" fill=${look.hair} />` : nothing}
    ${inFront(look)}
    <circle cx="27.5" cy="29" r="1.4" fill="#23211d" />
    <circle cx="36.5" cy="29" r="1.4" fill="#23211d" />
    <path d="M28.5 38 Q32 40.5 35.5 38" fill="none" stroke=${look.beard ? '#f6e9dd' : '#23211d'} stroke-width="1.3" stroke-linecap="round" />
    ${look.glasses ? glasses() : nothing}
  </svg>`;
}

function behind({ style, hair }: Look): SVGTemplateResult | typeof nothing {
  switch (style) {
    case 'long':
      return svg`<path d="M17 30 Q16 11 32 11 Q48 11 47 30 L49 50 Q40 53 32 52 Q24 53 15 50 Z" fill=${hair} />`;
    case 'bun':
      return svg`<circle cx="32" cy="9" r="6.5" fill=${hair} />`;
    case 'curls':
      return svg`<g fill=${hair}><circle cx="19" cy="24" r="8" /><circle cx="45" cy="24" r="8" /><circle cx="17" cy="35" r="7" /><circle cx="47" cy="35" r="7" /><circle cx="32" cy="16" r="10" /></g>`;
    case 'short':
    case 'bald':
      return nothing;
  }
}

function inFront({ style, hair }: Look): SVGTemplateResult {
  switch (style) {
    case 'long':
      return svg`<path d="M19 29 Q20 15 33 15 Q45 16 45 29 Q40 21 32 21 Q24 22 19 29 Z" fill=${hair} />`;
    case 'short':
    case 'bun':
      return svg`<path d="M19 27 Q18 12 32 12 Q46 12 45 27 Q42 19 32 19 Q22 19 19 27 Z" fill=${hair} />`;
    case 'curls':
      return svg`<g fill=${hair}><circle cx="24" cy="17" r="5" /><circle cx="32" cy="15" r="5" /><circle cx="40" cy="17" r="5" /></g>`;
    case 'bald':
      return svg`<path d="M19.5 31 Q17 24 20.5 20 Q22 24 21.5 31 Z M44.5 31 Q47 24 43.5 20 Q42 24 42.5 31 Z" fill=${hair} />`;
  }
}

function glasses(): SVGTemplateResult {
  return svg`<g fill="none" stroke="#4a443b" stroke-width="1.2"><circle cx="27.5" cy="29" r="4" /><circle cx="36.5" cy="29" r="4" /><path d="M31.5 29 H32.5" /></g>`;
}
