import { css } from 'lit';

export const photoDropLook = css`
  .zone {
    display: grid;
    gap: var(--space-4);
    padding: var(--space-4);
    border: 1px dashed var(--field-line);
    border-radius: var(--radius);
    transition: background var(--quick);
  }
  .over {
    border-color: var(--accent);
    background: var(--accent-soft);
  }
  .shots {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(7.5rem, 1fr));
    gap: var(--space-3);
    list-style: none;
  }
  .shot {
    position: relative;
    display: grid;
    border: 1px solid var(--line);
    border-radius: var(--radius-s);
    background: var(--raised);
    overflow: hidden;
  }
  .shot[draggable='true'] {
    cursor: grab;
  }
  img,
  .coming {
    display: block;
    width: 100%;
    aspect-ratio: 4 / 3;
    object-fit: cover;
    background: var(--paper);
  }
  .coming {
    display: grid;
    align-content: center;
    gap: var(--space-2);
    padding: var(--space-3);
    overflow-wrap: anywhere;
  }
  progress {
    width: 100%;
    accent-color: var(--accent);
  }
  .cover {
    position: absolute;
    top: var(--space-2);
    left: var(--space-2);
    padding: 0.1rem 0.5rem;
    border-radius: var(--radius-round);
    background: var(--accent);
    color: var(--on-accent);
    font-size: var(--text-s);
    font-weight: 600;
  }
  .acts {
    display: grid;
    grid-template-columns: repeat(3, 1fr);
  }
  .acts button {
    min-height: 2.5rem;
    padding: 0;
    border: 0;
    border-radius: 0;
  }
  .refused {
    grid-column: 1 / -1;
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: var(--space-2);
    padding: 0.4rem 0.75rem;
    border-radius: var(--radius-s);
    background: var(--alert-soft);
    color: var(--alert);
    overflow-wrap: anywhere;
  }
  .refused button {
    color: inherit;
  }
  .choose {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2) var(--space-4);
  }
  .choose p {
    flex: 1 1 14rem;
  }
  input:focus-visible + .button {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
  }
  input:disabled + .button {
    opacity: 0.55;
    cursor: default;
  }
`;
