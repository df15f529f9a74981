import { css } from 'lit';

export const listLotFormLook = css`
  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25rem;
    max-width: 40rem;
    margin: 0 auto;
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(12rem, 100%), 1fr));
    gap: 1.25rem 1rem;
  }
  .narrow.pair {
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.5rem;
  }
  fieldset {
    display: grid;
    gap: 0.5rem;
  }
  textarea {
    min-height: 7rem;
    resize: vertical;
  }
`;
