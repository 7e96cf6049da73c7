/**
 * Draws a bundle's drawing: data becomes SVG elements, colours come from the theme's roles. Nothing is
 * parsed, so nothing but what `content/format/drawing.ts` lists can reach the page.
 */
import { css } from 'lit';
import type { Drawing, DrawingNode } from '../../content/format/index.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** A drawing that assistive technology passes over. */
export function decorative(drawing: Drawing): SVGSVGElement {
  const root = draw(drawing);
  root.setAttribute('aria-hidden', 'true');
  return root;
}

/** A drawing that tells something; `labelledBy` is the id of the element, in the same root, that says what. */
export function informative(drawing: Drawing, labelledBy: string): SVGSVGElement {
  const root = draw(drawing);
  root.setAttribute('role', 'img');
  root.setAttribute('aria-labelledby', labelledBy);
  return root;
}

function draw(drawing: Drawing): SVGSVGElement {
  const root = document.createElementNS(SVG, 'svg');
  root.setAttribute('class', 'drawing');
  root.setAttribute('viewBox', drawing.viewBox.join(' '));
  root.setAttribute('focusable', 'false');
  root.append(...drawing.nodes.map(toElement));
  return root;
}

function toElement(node: DrawingNode): Node {
  if (typeof node === 'string') return document.createTextNode(node);
  const element = document.createElementNS(SVG, node.tag);
  for (const [name, value] of Object.entries(node.attributes)) element.setAttribute(name, value);
  if (node.roles.length > 0) element.setAttribute('class', node.roles.join(' '));
  element.append(...node.children.map(toElement));
  return element;
}

/** What each paint role looks like. Two-colour themes collapse them through the `--draw-…` tokens. */
export const drawingStyles = css`
  .drawing {
    display: block;
    inline-size: 100%;
    block-size: auto;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .drawing text {
    font-family: var(--font);
    font-weight: 600;
    fill: var(--ink);
  }

  .fill-none {
    fill: none;
  }
  .fill-ground {
    fill: var(--ground);
  }
  .fill-surface {
    fill: var(--surface);
  }
  .drawing .fill-ink {
    fill: var(--ink);
  }
  .fill-quiet {
    fill: var(--quiet);
  }
  .drawing .fill-action {
    fill: var(--action);
  }
  .drawing .fill-on-action {
    fill: var(--on-action);
  }
  .fill-accent {
    fill: var(--draw-accent);
  }
  .fill-warm {
    fill: var(--draw-warm);
  }
  .fill-cool {
    fill: var(--draw-cool);
  }
  .fill-skin-1 {
    fill: var(--draw-skin-1);
  }
  .fill-skin-2 {
    fill: var(--draw-skin-2);
  }
  .fill-skin-3 {
    fill: var(--draw-skin-3);
  }
  .stroke-none {
    stroke: none;
  }
  .stroke-ground {
    stroke: var(--ground);
  }
  .stroke-ink {
    stroke: var(--ink);
  }
  .stroke-quiet {
    stroke: var(--quiet);
  }
  .stroke-action {
    stroke: var(--action);
  }
  .stroke-accent {
    stroke: var(--draw-accent);
  }
`;
