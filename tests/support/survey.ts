/** Surveys everything on the screen: each stretch of text and each target, through all shadow roots. */
import type { Page } from 'playwright/test';

/** A box on the screen, in CSS pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface SurveyedText {
  readonly text: string;
  /** The element it stands in: `kiosk-page p.lead`. */
  readonly where: string;
  /** Size of the letters as drawn, in CSS pixels; a drawing's scale is taken into account. */
  readonly fontSizePx: number;
  readonly lineHeightPx: number;
  readonly align: string;
  /** Whether it is a paragraph or a list item to read, and not a heading or a label. */
  readonly isProse: boolean;
  /** Whether it shows what another text size looks like. */
  readonly isSample: boolean;
  readonly isInDrawing: boolean;
  /** Characters on its longest line. */
  readonly longestLine: number;
  /** How far it runs out of the nearest box that cuts or scrolls it sideways, or out of the window; 0 when not at all. */
  readonly cutBy: number;
}

export interface SurveyedTarget {
  readonly name: string;
  readonly where: string;
  readonly box: Box;
  /** A word inside running text, which lines of text lie close to (WCAG 2.5.8's inline exception). */
  readonly isInline: boolean;
  /** In the toolbar, the pager or a panel: what is used most. */
  readonly isMain: boolean;
  /** Whether the point in its middle, and points just inside its corners, hit it. */
  readonly isHit: boolean;
  /** The sides on which a point just outside its edges hits it too: a hidden hit area. */
  readonly hitBeyond: readonly string[];
  readonly isOnScreen: boolean;
}

export interface Survey {
  readonly texts: readonly SurveyedText[];
  readonly targets: readonly SurveyedTarget[];
  /** Elements that can be scrolled sideways. */
  readonly sideways: readonly string[];
}

export const survey = (page: Page): Promise<Survey> =>
  page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));

    const below = (from: ParentNode): Element[] =>
      [...from.querySelectorAll('*')].flatMap((element) => [
        element,
        ...(element.shadowRoot === null ? [] : below(element.shadowRoot)),
      ]);
    const parentOf = (element: Element): Element | null => {
      const within = element.getRootNode();
      return element.parentElement ?? (within instanceof ShadowRoot ? within.host : null);
    };
    const isSeen = (element: Element): boolean => {
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
      for (let at: Element | null = element; at !== null; at = parentOf(at)) {
        if (getComputedStyle(at).clipPath === 'inset(50%)') return false;
      }
      return true;
    };
    const whereOf = (element: Element): string => {
      const within = element.getRootNode();
      const host = within instanceof ShadowRoot ? `${within.host.localName} ` : '';
      return `${host}${element.localName}${[...element.classList].map((name) => `.${name}`).join('')}`;
    };
    const closestAcross = (element: Element, selector: string): Element | null => {
      for (let at: Element | null = element; at !== null; at = parentOf(at)) if (at.matches(selector)) return at;
      return null;
    };
    const elements = below(document).filter(isSeen);

    /** Pixels by which a stretch runs out of what may cut it, sideways. */
    const cutOf = (element: Element, left: number, right: number): number => {
      let cut = Math.max(0, -left, right - window.innerWidth);
      for (let at: Element | null = element; at !== null; at = parentOf(at)) {
        if (at instanceof SVGElement) continue;
        if (getComputedStyle(at).overflowX === 'visible') continue;
        const box = at.getBoundingClientRect();
        cut = Math.max(cut, box.left - left, right - box.right);
      }
      return cut;
    };

    const texts = elements.flatMap((element): SurveyedText[] => {
      const own = [...element.childNodes].filter(
        (node): node is Text => node instanceof Text && node.data.trim() !== '',
      );
      const svg = element.closest('svg');
      if (own.length === 0 || element.closest('style, script, title') !== null) return [];
      const style = getComputedStyle(element);
      const scale = element instanceof SVGGraphicsElement ? (element.getScreenCTM()?.a ?? 1) : 1;
      const block = closestAcross(element, 'p, li, dd, dt, h1, h2, h3, h4, button, a, figcaption') ?? element;
      const lines = new Map<number, number>();
      let left = Number.POSITIVE_INFINITY;
      let right = Number.NEGATIVE_INFINITY;
      for (const node of own) {
        const range = document.createRange();
        for (let at = 0; at < node.length; at += 1) {
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          const box = range.getBoundingClientRect();
          if (box.width === 0) continue;
          left = Math.min(left, box.left);
          right = Math.max(right, box.right);
          const line = Math.round(box.top / 8);
          lines.set(line, (lines.get(line) ?? 0) + 1);
        }
      }
      const text = own.map(({ data }) => data.trim()).join(' ');
      return [
        {
          text: text.slice(0, 60),
          where: whereOf(element),
          fontSizePx: parseFloat(style.fontSize) * scale,
          lineHeightPx: parseFloat(style.lineHeight),
          align: style.textAlign,
          isProse:
            svg === null &&
            block.matches('section.part p:not(.number), section.part li, dd') &&
            element.closest('.meaning strong') === null &&
            closestAcross(block, 'button, a, .scan') === null,
          isSample: element.closest('.sample[aria-hidden]') !== null,
          isInDrawing: svg !== null,
          longestLine: Math.max(0, ...lines.values()),
          cutBy: Math.max(0, cutOf(element, left, right)),
        },
      ];
    });

    const hit = (target: Element, x: number, y: number): boolean => {
      let found = document.elementFromPoint(x, y);
      for (;;) {
        const inner: Element | null = found?.shadowRoot?.elementFromPoint(x, y) ?? null;
        if (inner === null || inner === found) break;
        found = inner;
      }
      return found !== null && target.contains(found);
    };
    const targets = elements
      // What lies beneath the cover is there for nobody.
      .filter((element) => closestAcross(element, '[inert]') === null)
      .filter((element) => element.matches('a[href], button') && closestAcross(element, 'kiosk-attract') === null)
      .map((element): SurveyedTarget => {
        const { x, y, width, height } = element.getBoundingClientRect();
        const scroller = closestAcross(element, '.scroller, .panel')?.getBoundingClientRect();
        const view = element.getRootNode();
        // The notice at the top of a view stays there while the page moves under it.
        const notice = view instanceof ShadowRoot ? view.querySelector('.sample')?.getBoundingClientRect() : undefined;
        const top = Math.max(0, scroller?.top ?? 0, notice?.bottom ?? 0);
        const bottom = Math.min(window.innerHeight, scroller?.bottom ?? window.innerHeight);
        const inset = 3;
        // A line of text may be a pixel or two taller than a box that is set solid; a millimetre is meant.
        const beyond = 4;
        // Corners are round: points inside them lie a little further in.
        const inside = [
          [x + width / 2, y + height / 2],
          [x + inset, y + height / 2],
          [x + width - inset, y + height / 2],
          [x + width / 2, y + inset],
          [x + width / 2, y + height - inset],
        ] as const;
        const outside = [
          ['start', x - beyond, y + height / 2],
          ['end', x + width + beyond, y + height / 2],
          ['top', x + width / 2, y - beyond],
          ['bottom', x + width / 2, y + height + beyond],
        ] as const;
        return {
          name: element.textContent.trim().replace(/\s+/g, ' ').slice(0, 40),
          where: whereOf(element),
          box: { x, y, width, height },
          isInline: element.matches('.term'),
          isMain: closestAcross(element, 'kiosk-toolbar, kiosk-pager, .panel .content') !== null,
          isOnScreen: y >= top && y + height <= bottom && width > 0,
          isHit: inside.every(([px, py]) => hit(element, px, py)),
          hitBeyond: outside.filter(([, px, py]) => hit(element, px, py)).map(([side]) => side),
        };
      });

    const sideways = elements
      .filter((element) => element instanceof HTMLElement && element.scrollWidth > element.clientWidth + 1)
      .filter((element) => element.clientWidth > 0 && getComputedStyle(element).overflowX !== 'visible')
      .map((element) => `${whereOf(element)}: ${String(element.scrollWidth)} in ${String(element.clientWidth)} px`);
    return { texts, targets, sideways };
  });
