/** A round field with an icon on it, large enough to be known by from afar. */
import { css } from 'lit';

export const medalStyles = css`
  .medal {
    display: grid;
    place-items: center;
    inline-size: calc(22 * var(--mm));
    block-size: calc(22 * var(--mm));
    border-radius: 50%;
    background: var(--action);
    color: var(--on-action);
    --icon: calc(12 * var(--mm));
  }
`;
