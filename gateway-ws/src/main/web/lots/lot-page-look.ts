import { css } from 'lit';

export const lotPageLook = css`
  article {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-template-areas: 'title' 'gallery' 'bidding' 'about';
    gap: var(--space-5) var(--space-6);
  }
  .title {
    grid-area: title;
    display: grid;
    justify-items: start;
    gap: 0.35rem;
  }
  .title a {
    padding: 0.25rem 0;
  }
  .title .pill {
    margin-left: var(--space-2);
  }
  .gallery {
    grid-area: gallery;
    margin: 0;
  }
  .gallery lot-picture,
  .gallery.skeleton {
    border-radius: var(--radius);
    aspect-ratio: 16 / 11;
  }
  figcaption {
    margin-top: var(--space-2);
  }
  .heading {
    min-height: 5.5rem;
    justify-self: stretch;
  }
  .bidding {
    grid-area: bidding;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25rem;
    align-self: start;
  }
  .bidding.skeleton {
    min-height: 22rem;
  }
  .about {
    grid-area: about;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-6);
  }
  @media (min-width: 52rem) {
    article {
      grid-template-columns: minmax(0, 1fr) 25rem;
      grid-template-rows: auto auto 1fr;
      grid-template-areas: 'title bidding' 'gallery bidding' 'about bidding';
    }
    .bidding {
      position: sticky;
      top: var(--space-4);
    }
  }
`;
