import { css } from 'lit';

/** The field stays at the top while what was found moves under it. */
export const searchStyles = css`
  .ask {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    background: var(--ground);
    padding-block-end: var(--space-2);
  }

  .ask h1 {
    font-size: var(--text-subheading);
    margin-block-end: var(--space-1);
  }

  .status {
    color: var(--quiet);
    line-height: var(--line-height-short);
    min-block-size: 1lh;
  }

  section {
    display: grid;
    gap: var(--space-2);
    margin-block-start: var(--space-3);
  }

  h2 {
    font-size: var(--text-subheading);
  }

  .found {
    display: grid;
    gap: var(--space-3);
  }

  .found > li {
    display: grid;
    gap: var(--gap-least);
    padding: var(--space-1) var(--space-2) var(--space-2);
    background: var(--surface);
    border: var(--rule) solid var(--line);
    border-radius: var(--radius);
  }

  .found ul {
    display: grid;
    gap: var(--gap-least);
  }

  .leads {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-2);
    inline-size: 100%;
    min-block-size: var(--target-least);
    padding-inline: var(--space-1);
    border-radius: calc(2 * var(--mm));
    line-height: var(--line-height-heading);
    --icon: 1em;
  }

  .leads.page {
    min-block-size: var(--target);
    color: var(--action);
    font-size: var(--text-subheading);
    font-weight: 700;
  }

  .leads.part {
    padding-inline-start: var(--space-2);
    border-inline-start: calc(1 * var(--mm)) solid var(--line);
    border-start-start-radius: 0;
    border-end-start-radius: 0;
  }

  .leads:active {
    background: var(--chosen-ground);
  }

  .why {
    padding-inline: var(--space-1);
    color: var(--quiet);
    line-height: var(--line-height-short);
  }
`;
