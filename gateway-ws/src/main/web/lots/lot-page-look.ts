import { css } from 'lit';

export const lotPageLook = css`
  article {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-template-areas: 'title' 'bidding' 'about';
    gap: 1.25rem 2.5rem;
  }
  .title {
    grid-area: title;
    display: grid;
    gap: 0.35rem;
  }
  .bidding {
    grid-area: bidding;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25rem;
    align-self: start;
  }
  .about {
    grid-area: about;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 2rem;
  }
  @media (min-width: 52rem) {
    article {
      grid-template-columns: minmax(0, 1fr) 24rem;
      grid-template-rows: auto 1fr;
      grid-template-areas: 'title bidding' 'about bidding';
    }
    .bidding {
      position: sticky;
      top: 1rem;
    }
  }
`;
