import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawingSchema } from '../../../../content/format/index.ts';
import type { Problem } from '../../../../build/content-compiler/problem.ts';
import { readDrawing } from '../../../../build/content-compiler/read/drawing.ts';

function read(text: string) {
  const problems: Problem[] = [];
  const drawing = readDrawing('a.svg', text, (problem) => problems.push(problem));
  return { drawing, problems };
}
const svg = (inside: string) => `<svg viewBox="0 0 10 10">\n${inside}\n</svg>`;

describe('C9 · a drawing', () => {
  it('becomes a tree of elements, roles and text, without what only its author reads', () => {
    const { drawing, problems } = read(
      svg(
        '<title>T</title><desc>D</desc><!-- C --><g class="fill-ink stroke-none"><text x="1">A <tspan>b</tspan></text></g>',
      ),
    );
    expect(problems).toEqual([]);
    expect(drawing).toEqual({
      viewBox: [0, 0, 10, 10],
      nodes: [
        {
          tag: 'g',
          attributes: {},
          roles: ['fill-ink', 'stroke-none'],
          children: [
            {
              tag: 'text',
              attributes: { x: '1' },
              roles: [],
              children: ['A ', { tag: 'tspan', attributes: {}, roles: [], children: ['b'] }],
            },
          ],
        },
      ],
    });
  });

  it.each([
    ['a script', '<script>x</script>', 2, 1],
    ['a style element', '<g/><style>*{}</style>', 2, 5],
    ['a style attribute', '<g style="fill:red"/>', 2, 4],
    ['an event handler', '<g onclick="x()"/>', 2, 4],
    ['a link', '<a href="x"><g/></a>', 2, 1],
    ['a reference', '<use href="#x"/>', 2, 1],
    ['a reference in another namespace', '<g xlink:href="x"/>', 2, 4],
    ['a picture', '<image href="x"/>', 2, 1],
    ['foreign content', '<foreignObject/>', 2, 1],
    ['an animation', '<animate/>', 2, 1],
    ['a prefixed element', '<svg:script/>', 2, 1],
    ['a namespace of its own', '<g xmlns="http://www.w3.org/1999/xhtml"/>', 2, 4],
    ['url() in a value', '<g transform="url(#x)"/>', 2, 4],
    ['a quoted value', '<path d="M0 0\'"/>', 2, 7],
    ['a role nobody knows', '<g class="fill-red"/>', 2, 4],
    ['a colour', '<g fill="red"/>', 2, 4],
    ['an id', '<g id="x"/>', 2, 4],
    ['text outside <text>', '<g>words</g>', 2, 4],
    ['a tspan outside <text>', '<tspan>x</tspan>', 2, 1],
    ['a nested svg', '<svg/>', 2, 1],
    ['a processing instruction', '<?xml-stylesheet href="x"?>', 2, 1],
  ])('is refused with %s, at its line and column', (_, inside, line, column) => {
    const { drawing, problems } = read(svg(inside));
    expect(drawing).toBeUndefined();
    expect(problems[0]).toMatchObject({ code: 'drawing', level: 'error', place: { file: 'a.svg', line, column } });
  });

  it.each([
    ['without a viewBox', '<svg></svg>'],
    ['with an empty viewBox', '<svg viewBox="0 0 0 10"></svg>'],
    ['with a viewBox of words', '<svg viewBox="a b c d"></svg>'],
    ['that is not SVG', '<html></html>'],
    ['that is empty', ''],
    ['that never ends', '<svg viewBox="0 0 1 1"><g>'],
    ['with a DOCTYPE', '<!DOCTYPE svg [<!ENTITY x "y">]><svg viewBox="0 0 1 1">&x;</svg>'],
    ['with a size of its own', '<svg viewBox="0 0 1 1" width="10"></svg>'],
    ['that is too deep', svg('<g>'.repeat(60) + '</g>'.repeat(60))],
  ])('is refused %s', (_, text) => {
    const { drawing, problems } = read(text);
    expect(drawing).toBeUndefined();
    expect(problems).not.toEqual([]);
  });

  it('Q3 · is either what the format allows, or refused with a reason; never a crash', () => {
    const pieces = [
      '<g>',
      '</g>',
      '<text x="1">',
      '</text>',
      'a',
      '&lt;',
      '&#x3c;',
      '<![CDATA[x]]>',
      '<!--',
      '-->',
      '"',
      '<',
    ];
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 5 })), { maxLength: 12 }),
        (parts) => {
          const { drawing, problems } = read(svg(parts.join('')));
          expect(drawing === undefined).toBe(problems.length > 0);
          if (drawing) expect(drawingSchema.parse(drawing)).toEqual(drawing);
        },
      ),
      { numRuns: 300 },
    );
  });
});
