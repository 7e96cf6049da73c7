/**
 * Drawings: SVG reduced to data. The compiler reads an editor's SVG file, refuses whatever is not on
 * the lists below, and writes this tree; the kiosk builds elements from it. No markup reaches the page.
 */
import { z } from 'zod';

/** Elements a drawing may use. No script, no `foreignObject`, no `image`, no `use`, no animation. */
export const drawingElements = [
  'g',
  'path',
  'rect',
  'circle',
  'ellipse',
  'line',
  'polyline',
  'polygon',
  'text',
  'tspan',
] as const;

/** Geometry attributes a drawing may use. Colour comes from roles (`class`), never from here. */
export const drawingAttributes = [
  'd',
  'x',
  'y',
  'x1',
  'y1',
  'x2',
  'y2',
  'cx',
  'cy',
  'r',
  'rx',
  'ry',
  'width',
  'height',
  'points',
  'transform',
  'text-anchor',
  'dominant-baseline',
  'font-size',
  'font-weight',
  'stroke-width',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-dasharray',
  'opacity',
] as const;

/**
 * Paint roles a drawing may name in `class`. A theme gives each its colour; in the two-colour themes
 * every fill is either ground or ink, so a drawing must also read by its outlines.
 */
export const drawingRoles = [
  'fill-none',
  'fill-ground',
  'fill-surface',
  'fill-ink',
  'fill-quiet',
  'fill-action',
  'fill-on-action',
  'fill-accent',
  'fill-warm',
  'fill-cool',
  'fill-skin-1',
  'fill-skin-2',
  'fill-skin-3',
  'stroke-none',
  'stroke-ground',
  'stroke-ink',
  'stroke-quiet',
  'stroke-action',
  'stroke-accent',
] as const;

/** A node of a drawing: an element with attributes, roles and children, or a piece of label text. */
export type DrawingNode =
  | string
  | {
      readonly tag: (typeof drawingElements)[number];
      readonly attributes: Readonly<Partial<Record<(typeof drawingAttributes)[number], string>>>;
      readonly roles: readonly (typeof drawingRoles)[number][];
      readonly children: readonly DrawingNode[];
    };

export const drawingNodeSchema: z.ZodType<DrawingNode> = z.lazy(() =>
  z.union([
    z.string(),
    z.strictObject({
      tag: z.enum(drawingElements),
      attributes: z.partialRecord(z.enum(drawingAttributes), z.string()),
      roles: z.array(z.enum(drawingRoles)),
      children: z.array(drawingNodeSchema),
    }),
  ]),
);

/** The name of a drawing's file in `media/`; pictures of Easy Read lie in `media/easy/`. */
export const drawingFileSchema = z.string().regex(/^(?:easy\/)?[a-z0-9-]+\.svg$/);

/** A whole drawing with its coordinate system: `[minX, minY, width, height]`. */
export const drawingSchema = z.strictObject({
  viewBox: z.tuple([z.number(), z.number(), z.number().positive(), z.number().positive()]),
  nodes: z.array(drawingNodeSchema),
});

export type Drawing = z.infer<typeof drawingSchema>;
