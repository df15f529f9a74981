import { css } from 'lit';

export const shell = css`
  .skip {
    position: absolute;
    left: -100vw;
  }
  .skip:focus {
    left: 1rem;
    top: 0.5rem;
    background: var(--card);
  }
  header,
  main,
  footer {
    padding-inline: max(clamp(1rem, 4vw, 2rem), (100vw - 70rem) / 2);
  }
  header {
    background: var(--card);
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 1.5rem;
    padding-block: 0.75rem;
    border-bottom: 1px solid var(--line);
  }
  footer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-4);
    padding-block: var(--space-5);
    border-top: 1px solid var(--line);
  }
  :host {
    display: grid;
    min-height: 100vh;
    grid-template-rows: auto 1fr auto;
  }
  .brand {
    font: 600 1.5rem/1.2 var(--serif);
    color: var(--ink);
    text-decoration: none;
  }
  nav {
    display: flex;
    gap: 1.25rem;
  }
  nav a {
    padding: 0.4rem 0;
    color: var(--muted);
    text-decoration: none;
  }
  nav a:hover,
  nav a[aria-current] {
    color: var(--ink);
  }
  nav a[aria-current] {
    box-shadow: inset 0 -2px var(--accent);
  }
  .self {
    display: flex;
    align-items: center;
    gap: 0.75rem;
    margin-left: auto;
    min-width: 0;
  }
  .who {
    font-weight: 600;
    max-width: 10rem;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  main {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    padding-block: clamp(1.25rem, 4vw, 2rem) var(--space-7);
  }
  main:focus {
    outline: none;
  }
  .notices {
    display: grid;
    gap: var(--space-2);
  }
  .notices > .notice {
    margin-bottom: var(--space-4);
  }
`;
