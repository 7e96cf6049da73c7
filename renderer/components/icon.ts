/** Icons: line drawings from the Lucide set, built as elements, decorative by themselves. */
import { type TemplateResult, css, html, nothing, svg } from 'lit';
import {
  ALargeSmall,
  Contrast,
  EyeOff,
  Leaf,
  PanelBottom,
  PanelLeft,
  PanelRight,
  PersonStanding,
  Undo2,
  ArrowLeft,
  ArrowUp,
  BookOpen,
  Bookmark,
  Printer,
  ArrowDown,
  Delete,
  Dice1,
  Hand,
  Dice2,
  Clock,
  Search,
  Space,
  Pencil,
  Check,
  CalendarDays,
  ChevronDown,
  ChevronLeft,
  ChevronRight,
  CircleHelp,
  Ear,
  ClipboardList,
  FlaskConical,
  GalleryHorizontalEnd,
  Globe,
  Headphones,
  HeartHandshake,
  House,
  LogOut,
  Palette,
  Pause,
  Phone,
  Play,
  RotateCcw,
  Rabbit,
  Ribbon,
  SkipBack,
  SkipForward,
  Square,
  Turtle,
  TriangleAlert,
  UsersRound,
  Volume1,
  Volume2,
  X,
  List,
  Info,
  MessageCircleQuestion,
  Minus,
  Plus,
  Images,
} from 'lucide';

const icons = {
  alert: TriangleAlert,
  ask: MessageCircleQuestion,
  back: ArrowLeft,
  book: BookOpen,
  keep: Bookmark,
  print: Printer,
  below: ArrowDown,
  calendar: CalendarDays,
  check: Check,
  clipboard: ClipboardList,
  close: X,
  colours: Palette,
  contrast: Contrast,
  cover: EyeOff,
  down: ChevronDown,
  delete: Delete,
  easy: Images,
  end: LogOut,
  faster: Rabbit,
  flask: FlaskConical,
  forward: ChevronRight,
  headphones: Headphones,
  hear: Ear,
  heart: HeartHandshake,
  help: CircleHelp,
  language: Globe,
  home: House,
  info: Info,
  list: List,
  low: PanelBottom,
  left: PanelLeft,
  right: PanelRight,
  steady: Hand,
  still: Leaf,
  undo: Undo2,
  louder: Volume2,
  next: SkipForward,
  minus: Minus,
  one: GalleryHorizontalEnd,
  pause: Pause,
  people: UsersRound,
  phone: Phone,
  play: Play,
  plus: Plus,
  write: Pencil,
  previous: SkipBack,
  quieter: Volume1,
  repeat: RotateCcw,
  ribbon: Ribbon,
  search: Search,
  size: ALargeSmall,
  slower: Turtle,
  space: Space,
  speak: Volume2,
  stop: Square,
  switchOne: Dice1,
  switchTwo: Dice2,
  timer: Clock,
  up: ArrowUp,
  upPart: ChevronLeft,
  ways: PersonStanding,
} as const;

export type IconName = keyof typeof icons;

/** Icons that point along the line of reading, and so turn round in right-to-left languages. */
const directional: ReadonlySet<IconName> = new Set([
  'back',
  'forward',
  'previous',
  'next',
  'upPart',
  'end',
  'undo',
  'delete',
]);

/**
 * An icon as tall as `--icon`, in the colour of the text beside it. It is always hidden from assistive
 * technology: words stand next to it or name the control. Its shadow root needs {@link iconStyles}.
 */
export function icon(name: IconName): TemplateResult {
  return html`<svg
    class=${directional.has(name) ? 'icon directional' : 'icon'}
    viewBox="0 0 24 24"
    aria-hidden="true"
    focusable="false"
  >
    ${icons[name].map(([tag, attributes]) => shape(tag, attributes))}
  </svg>`;
}

export const iconStyles = css`
  .icon {
    flex: none;
    inline-size: var(--icon);
    block-size: var(--icon);
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .icon.directional:dir(rtl) {
    transform: scaleX(-1);
  }
`;

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** The three shapes this selection of icons is made of. */
function shape(tag: string, attributes: Attributes): TemplateResult {
  const { d, x, y, width, height, rx, cx, cy, r, fill } = attributes;
  switch (tag) {
    case 'path':
      return svg`<path d=${d}></path>`;
    case 'rect':
      return svg`<rect x=${x} y=${y} width=${width} height=${height} rx=${rx}></rect>`;
    case 'circle':
      return svg`<circle cx=${cx} cy=${cy} r=${r} fill=${fill ?? nothing}></circle>`;
    default:
      throw new Error(`The icon set uses <${tag}>, which icon.ts does not draw.`);
  }
}
