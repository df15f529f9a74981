import { css } from 'lit';

export const attentionLook = css`
  .top,
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-2) var(--space-4);
  }
  .files,
  .steps {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
  }
  .done:empty {
    display: none;
  }
  ul {
    list-style: none;
  }
  .sales {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-4);
  }
  .sales > li {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-3);
  }
  .why {
    display: grid;
    gap: var(--space-2);
  }
  .why li {
    padding-left: var(--space-3);
    border-left: 3px solid var(--alert);
  }
  .skeleton {
    height: 14rem;
  }
`;
