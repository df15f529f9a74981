import { css } from 'lit';

/** Where something will stand, in its size, so that nothing moves when it comes. */
export const skeletons = css`
  .skeleton {
    border-radius: var(--radius-s);
    background: linear-gradient(100deg, var(--line) 40%, var(--card) 50%, var(--line) 60%) 0 / 300% 100%;
    opacity: 0.6;
    animation: shimmer 1.6s linear infinite;
  }
  @keyframes shimmer {
    from {
      background-position: 100% 0;
    }
    to {
      background-position: 0 0;
    }
  }
`;
