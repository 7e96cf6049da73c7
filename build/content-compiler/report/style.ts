/** How the report looks in an editor's browser and on paper. */
export const reportStyle = `
:root {
  color-scheme: light;
  --ink: #1d2a35; --quiet: #46535f; --ground: #f6f4ef; --sheet: #fff; --line: #d5d0c4;
  --action: #0b5563; --bad: #8c1d18; --bad-ground: #fbe9e7; --warn: #6b4700; --warn-ground: #fdf1d7;
  --good: #14532d; --good-ground: #e4f3e8;
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; }
main, header { max-width: 76rem; margin: 0 auto; padding: 0 1.5rem; }
header { padding-top: 2.5rem; }
h1 { margin: 0; font-size: 2rem; line-height: 1.2; }
h2 { margin: 0 0 .25rem; font-size: 1.35rem; }
p { max-width: 70ch; margin: .25rem 0 1rem; }
.date { color: var(--quiet); }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 1rem 0 0; padding: 0; list-style: none; }
a { color: var(--action); text-underline-offset: .2em; }
a:focus-visible, .scroll:focus-visible, summary:focus-visible { outline: 3px solid var(--action); outline-offset: 2px; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: 1rem; margin: 1.5rem 0 0; }
.figures div { padding: .85rem 1rem; background: var(--sheet); border: 1px solid var(--line); border-radius: .75rem; }
.figures dt { color: var(--quiet); }
.figures dd { margin: 0; font-size: 2rem; font-weight: 650; line-height: 1.2; font-variant-numeric: tabular-nums; }
.figures small { display: block; color: var(--quiet); font-size: .875rem; font-weight: 400; line-height: 1.4; }
section { margin: 1.75rem 0; padding: 1.5rem; background: var(--sheet); border: 1px solid var(--line); border-radius: .75rem; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; }
caption { padding: .25rem 0 .5rem; color: var(--quiet); text-align: left; }
th, td { padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th { color: var(--quiet); font-weight: 600; white-space: nowrap; }
tbody th { font-weight: 600; }
tbody tr:last-child > * { border-bottom: 0; }
.figure { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.id, .place { display: block; color: var(--quiet); font-size: .875rem; font-weight: 400; overflow-wrap: anywhere; }
.whole { white-space: nowrap; }
.mark { display: inline-block; padding: .05rem .6rem; border: 1px solid; border-radius: 1rem; font-size: .9rem; font-weight: 600; white-space: nowrap; }
.bad { background: var(--bad-ground); color: var(--bad); }
.warn { background: var(--warn-ground); color: var(--warn); }
.good { background: var(--good-ground); color: var(--good); }
.plain { border-color: var(--line); color: var(--quiet); }
.nothing { color: var(--good); font-weight: 600; }
.words { columns: 14rem; margin: .5rem 0 0; padding: 0; list-style: none; }
.words li { break-inside: avoid; padding: .1rem 0; }
.why { color: var(--quiet); }
details { margin-top: 1rem; }
summary { cursor: pointer; font-weight: 600; }
footer { max-width: 76rem; margin: 0 auto; padding: 0 1.5rem 3rem; color: var(--quiet); }
@media print {
  body { background: #fff; font-size: 10pt; }
  nav { display: none; }
  section { padding: 0; border: 0; }
  .scroll { overflow: visible; }
  tr { break-inside: avoid; }
}
`;
