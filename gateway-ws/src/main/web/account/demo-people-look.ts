import { css } from 'lit';

export const demoPeopleLook = css`
  :host {
    display: grid;
    gap: var(--space-5);
    max-width: 46rem;
    width: 100%;
    margin-inline: auto;
  }
  .head {
    display: grid;
    gap: var(--space-2);
  }
  ul {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr));
    gap: var(--space-3);
    list-style: none;
  }
  .person {
    display: grid;
    grid-template-columns: 4rem minmax(0, 1fr);
    align-items: center;
    justify-content: start;
    gap: var(--space-4);
    width: 100%;
    height: 100%;
    padding: var(--space-3) var(--space-4);
    border-color: var(--line);
    background: var(--card);
    box-shadow: var(--shadow);
    text-align: start;
    font-weight: 400;
  }
  .told {
    display: grid;
    gap: 0.1rem;
  }
  .name {
    font: 600 var(--text-l) / 1.2 var(--serif);
  }
  .about {
    overflow-wrap: anywhere;
  }
  form {
    display: grid;
    gap: var(--space-4);
    max-width: 26rem;
  }
`;
