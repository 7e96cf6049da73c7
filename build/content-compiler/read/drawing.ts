/** SVG as data: what is not on the allow-lists of content/format/drawing.ts is refused, with its place. */
import { SaxesParser } from 'saxes';
import {
  drawingAttributes,
  drawingElements,
  drawingRoles,
  type Drawing,
  type DrawingNode,
} from '../../../content/format/index.ts';
import { placeAt, type Problem, type Report } from '../problem.ts';

type Attributes = Partial<Record<(typeof drawingAttributes)[number], string>>;
interface OpenElement {
  readonly tag: (typeof drawingElements)[number] | 'svg' | 'dropped';
  readonly attributes: Attributes;
  readonly roles: (typeof drawingRoles)[number][];
  readonly children: DrawingNode[];
}

/** A label is no smaller than the words of the page when its size is this share of the drawing's width. */
const SMALLEST_LABEL = 1 / 16;

/** Far deeper than a drawing needs; keeps the kiosk's recursion bounded. */
const MAX_DEPTH = 40;
/** What a browser takes for text that has no size. */
const UNSIZED = 16;
const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';
/** Numbers, path letters, keywords, `translate(…)`. Nothing that could hold a scheme, a quote or a function like url(). */
const plainValue = /^(?!.*url\s*\()[\w\s.,()+%-]*$/i;

/** Reads a drawing; reports every mistake and answers `undefined` when there was an error. */
export function readDrawing(file: string, text: string, report: Report): Drawing | undefined {
  const mistakes: Problem[] = [];
  const refuse = (offset: number, what: string, mend: string): void => {
    const why = 'drawings are drawn from data: shapes, text and colour roles only';
    mistakes.push({ place: placeAt(file, text, offset), level: 'error', code: 'drawing', what, why, mend });
  };
  const parser = new SaxesParser({ xmlns: false, position: true });
  const stack: OpenElement[] = [];
  let viewBox: Drawing['viewBox'] | undefined;
  let nodes: DrawingNode[] = [];
  const labels: { readonly offset: number; readonly label: string; readonly size: number }[] = [];
  const back = (mark: string): number => Math.max(0, text.lastIndexOf(mark, parser.position));

  parser.on('error', (error) => {
    refuse(parser.position, error.message.replace(/^\d+:\d+: /, ''), 'mend the XML here');
  });
  parser.on('doctype', () => {
    refuse(back('<!'), 'a DOCTYPE', 'remove it');
  });
  parser.on('processinginstruction', ({ target }) => {
    refuse(back('<?'), `a processing instruction “${target}”`, 'remove it');
  });
  parser.on('cdata', () => {
    refuse(back('<![CDATA['), 'a CDATA section', 'write the text plainly');
  });
  parser.on('opentag', ({ name, attributes }) => {
    const start = back(`<${name}`);
    const placeOfAttribute = (attribute: string): number => {
      const inside = text.indexOf(attribute, start + name.length);
      return inside < 0 ? start : inside;
    };
    const parent = stack.at(-1);
    const element = openElement(name, parent);
    if (element === undefined) {
      refuse(
        start,
        `<${name}>${parent ? ` in <${parent.tag}>` : ''}`,
        `use <svg viewBox> with ${drawingElements.join(', ')}`,
      );
    }
    if (stack.length > MAX_DEPTH) refuse(start, 'elements nested too deeply', 'flatten the groups');
    const open: OpenElement = { tag: element ?? 'dropped', attributes: {}, roles: [], children: [] };
    stack.push(open);
    if (element === undefined || element === 'dropped') return;
    for (const [attribute, value] of Object.entries(attributes)) {
      if (element === 'svg') {
        if (attribute === 'viewBox') viewBox = readViewBox(value);
        else if (attribute !== 'xmlns' || value !== SVG_NAMESPACE) {
          refuse(
            placeOfAttribute(attribute),
            `${attribute}="${value}" on <svg>`,
            `keep only viewBox (and xmlns="${SVG_NAMESPACE}")`,
          );
        }
      } else if (attribute === 'class') {
        for (const role of value.split(/\s+/).filter(Boolean)) {
          if (isOneOf(drawingRoles, role)) open.roles.push(role);
          else refuse(placeOfAttribute(attribute), `role “${role}”`, `use ${drawingRoles.join(', ')}`);
        }
      } else if (!isOneOf(drawingAttributes, attribute)) {
        refuse(
          placeOfAttribute(attribute),
          `attribute “${attribute}” on <${name}>`,
          'remove it; colours are roles in class="…"',
        );
      } else if (!plainValue.test(value)) {
        refuse(placeOfAttribute(attribute), `${attribute}="${value.slice(0, 40)}"`, 'use plain numbers and keywords');
      } else open.attributes[attribute] = value;
    }
    if (element === 'svg' && viewBox === undefined) {
      refuse(start, 'no usable viewBox', 'write viewBox="0 0 width height" on <svg>');
    }
  });
  parser.on('text', (raw) => {
    const open = stack.at(-1);
    const value = raw.replace(/\s+/g, ' ');
    if (!open || open.tag === 'dropped' || value.trim() === '') return;
    if (open.tag === 'text' || open.tag === 'tspan') {
      open.children.push(value);
      const sized = stack.findLast(({ attributes }) => attributes['font-size'] !== undefined);
      const size = Number(sized?.attributes['font-size'] ?? UNSIZED);
      labels.push({ offset: back(raw), label: value.trim(), size });
    } else refuse(back(raw), `text “${value.trim().slice(0, 40)}” outside <text>`, 'put it in a <text>');
  });
  parser.on('closetag', () => {
    const closed = stack.pop();
    if (!closed || closed.tag === 'dropped') return;
    if (closed.tag === 'svg') nodes = closed.children;
    else {
      const { tag, attributes, roles, children } = closed;
      stack.at(-1)?.children.push({ tag, attributes, roles, children });
    }
  });
  try {
    parser.write(text).close();
  } catch (error) {
    // saxes throws only for errors it has already reported, and when it can go no further.
    if (mistakes.length === 0) refuse(0, error instanceof Error ? error.message : String(error), 'mend the XML');
  }
  if (mistakes.length === 0 && viewBox === undefined)
    refuse(0, 'no <svg> in the file', 'begin it with <svg viewBox="0 0 width height">');
  mistakes.forEach(report);
  const smallest = (viewBox?.[2] ?? 0) * SMALLEST_LABEL;
  for (const { offset, label, size } of labels.filter((one) => !(one.size >= smallest))) {
    report({
      place: placeAt(file, text, offset),
      level: 'warning',
      code: 'small-label',
      what: `the label “${label.slice(0, 40)}” has size ${String(size)}`,
      why: 'it comes out smaller than the words of the page',
      mend: `give it font-size="${String(Math.ceil(smallest))}" or more, and fewer words if it has no room`,
    });
  }
  return mistakes.length > 0 || viewBox === undefined ? undefined : { viewBox, nodes };
}

/** `dropped` for what only authors read (`title`, `desc`); `undefined` for what is refused. */
function openElement(name: string, parent: OpenElement | undefined): OpenElement['tag'] | undefined {
  if (parent === undefined) return name === 'svg' ? 'svg' : undefined;
  if (parent.tag === 'dropped' || name === 'title' || name === 'desc') return 'dropped';
  if (name === 'tspan' && parent.tag !== 'text' && parent.tag !== 'tspan') return undefined;
  return isOneOf(drawingElements, name) ? name : undefined;
}

function readViewBox(value: string): Drawing['viewBox'] | undefined {
  const [x, y, width, height, extra] = value
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  if (x === undefined || y === undefined || width === undefined || height === undefined) return undefined;
  const finite = [x, y, width, height].every(Number.isFinite);
  return finite && extra === undefined && width > 0 && height > 0 ? [x, y, width, height] : undefined;
}

function isOneOf<Value extends string>(values: readonly Value[], value: string): value is Value {
  return (values as readonly string[]).includes(value);
}
