import { css } from 'lit';

export const photoGalleryLook = css`
  [role='group'] {
    display: grid;
    gap: var(--space-3);
  }
  button.large {
    display: block;
    width: 100%;
    min-height: 0;
    padding: 0;
    aspect-ratio: 16 / 11;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--card);
    overflow: hidden;
    cursor: zoom-in;
  }
  img {
    display: block;
    width: 100%;
    height: 100%;
    object-fit: contain;
  }
  .thumbnails {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(4.5rem, 1fr));
    gap: var(--space-2);
  }
  .thumbnails button {
    min-height: 0;
    padding: 0;
    aspect-ratio: 1;
    overflow: hidden;
    border: 2px solid transparent;
  }
  .thumbnails button[aria-current='true'] {
    border-color: var(--accent);
  }
  .thumbnails img {
    object-fit: cover;
  }
  dialog {
    width: 100vw;
    max-width: none;
    height: 100dvh;
    max-height: none;
    padding: 0;
    border: 0;
    background: var(--paper);
    color: var(--ink);
  }
  dialog[open] {
    display: grid;
    grid-template-rows: minmax(0, 1fr) auto;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    align-items: center;
    gap: var(--space-2) var(--space-4);
    padding: var(--space-3);
    font-variant-numeric: tabular-nums;
  }
`;
