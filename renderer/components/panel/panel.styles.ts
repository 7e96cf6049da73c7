import { css } from 'lit';

/** What all panels share: a heading, a close button and a set of things to press. */
export const panelStyles = css`
  :host {
    display: block;
    background: var(--surface);
    border-block-start: var(--rule-thick) solid var(--action);
    animation: appear var(--fade);
  }

  @keyframes appear {
    from {
      opacity: 0;
    }
  }

  section {
    max-inline-size: 56rem;
    margin-inline: auto;
    padding: var(--space-2) var(--space-3) var(--space-3);
    display: grid;
    gap: var(--space-2);
  }

  header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-2);
  }

  h2 {
    font-size: var(--text-subheading);
    font-weight: 700;
    line-height: var(--line-height-heading);
  }

  .close {
    flex: none;
  }

  .options {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1);
  }

  .option {
    flex: 1 1 0;
    min-inline-size: max(calc(30 * var(--mm)), min-content);
    min-block-size: calc(24 * var(--mm));
    display: grid;
    grid-template-rows: 1fr auto;
    justify-items: center;
    align-items: center;
    gap: var(--space-1);
    padding: var(--space-1);
    border: var(--rule) solid var(--line);
    border-radius: var(--radius);
    font-weight: 400;
    line-height: var(--line-height-heading);
    text-align: center;
  }

  .option[aria-pressed='true'] {
    border: calc(1.4 * var(--mm)) solid var(--action);
    padding: calc(2.6 * var(--mm) - 1 * var(--mm));
    font-weight: 700;
  }

  .option:active {
    background: var(--chosen-ground);
    border-color: var(--ink);
  }

  .content {
    display: grid;
    gap: var(--space-1);
  }

  .more {
    font-size: 1rem;
    font-weight: 600;
    line-height: var(--line-height-heading);
    margin-block-start: var(--space-1);
  }

  /* A few choices and the way to undo them, side by side where there is room. */
  /* Less, what is set, more. */
  .stepper {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-1);
    text-align: center;
    line-height: var(--line-height-heading);
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-1);
  }

  .row > .options {
    flex: 1 1 auto;
  }

  .put-back {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-1) var(--space-3);
  }

  .put-back:not(:has(button)) {
    position: absolute;
  }

  .option > .icon {
    --icon: calc(9 * var(--mm) + 0.3rem);
    color: var(--action);
  }

  .label {
    display: inline-flex;
    align-items: center;
    gap: var(--space-1);
  }

  :host([layout='wide']) {
    border-block-start: 0;
    border-inline-end: var(--rule-thick) solid var(--action);
    block-size: 100%;
  }

  :host([layout='wide']) .options {
    display: grid;
    grid-template-columns: 1fr 1fr;
  }

  /* No room for a heading: the tool that opened the panel says what it is, and closes it. */
  :host([layout='low']) header {
    position: absolute;
    clip-path: inset(50%);
    pointer-events: none;
  }

  :host([layout='low']) :is(.close, .more) {
    display: none;
  }
`;
