/**
 * The style of every HTML report. Colours follow the reader's light or dark setting, and paper is always light. Every band has its
 * title as text. All pairs of text and background have a contrast of 4.5 to 1 or more, charts 3 to 1. A table that is wider than the
 * window has a shadow at each edge behind which it goes on: gradients in the background's colour scroll with it and cover the shadows
 * at its ends.
 */
export const reportStyle = `
:root { color-scheme: light dark; --ground: #ffffff; --text: #1c2126; --dim: #545d66; --line: #cdd3d9; --panel: #f4f6f8; --link: #1f5c99; --shadow: #1c212640;
  --t0: #dbe8f6; --s0: #1f5c99; --t1: #d9eeee; --s1: #20666c; --t2: #f6edcf; --s2: #6d5510; --t3: #fae3d3; --s3: #994616; --t4: #f6d9d9; --s4: #942525; }
@media (prefers-color-scheme: dark) { :root { --ground: #14181d; --text: #e6e8eb; --dim: #a7b0ba; --line: #3b444d; --panel: #1d2329; --link: #8ab9e8; --shadow: #e6e8eb59;
  --t0: #1c3149; --s0: #8ab9e8; --t1: #173a3d; --s1: #74c6cb; --t2: #3d3413; --s2: #e3c362; --t3: #45291a; --s3: #f2a06a; --t4: #47201f; --s4: #f49a92; } }
* { box-sizing: border-box; }
html { font-size: 100%; -webkit-text-size-adjust: 100%; scroll-behavior: auto; }
body { margin: 0; background: var(--ground); color: var(--text); font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", "Noto Sans", "Liberation Sans", Arial, "Noto Sans Arabic", "Microsoft YaHei", "PingFang SC", "Noto Sans SC", "Noto Sans CJK SC", sans-serif; overflow-wrap: break-word; }
:is(:lang(ar), :lang(zh)) :is(em, .notice) { font-style: normal; }
header, main, nav, footer { max-width: 58rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 2rem; } footer { padding-top: 1.5rem; padding-bottom: 3rem; color: var(--dim); font-size: .875rem; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .5rem; text-wrap: balance; }
h2 { font-size: 1.35rem; line-height: 1.3; margin: 2.75rem 0 .75rem; padding-top: .75rem; border-top: 2px solid var(--line); }
h3 { font-size: 1.05rem; line-height: 1.4; margin: 1.6rem 0 .35rem; }
p, ul, ol, dl { margin: 0 0 .8rem; } p, li, dd, details { max-width: 46rem; } li + li { margin-top: .3rem; }
a { color: var(--link); } a:focus-visible, summary:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
code { overflow-wrap: anywhere; font: .875em ui-monospace, "Liberation Mono", Menlo, monospace; }
blockquote { margin: .3rem 0; padding-inline-start: .8rem; border-inline-start: 3px solid var(--line); } q { quotes: none; }
mark { background: var(--t2); color: inherit; font-weight: 600; } ins { color: var(--s1); } del { color: var(--s4); } .bad em, .close em { font-style: normal; font-weight: 600; } caption strong { color: var(--text); }
.skip { position: absolute; inset-inline-start: -999rem; } .skip:focus { inset-inline-start: 1rem; top: 1rem; background: var(--ground); padding: .5rem 1rem; z-index: 1; }
.dim, .meta { color: var(--dim); } .meta { font-size: .875rem; margin-bottom: .35rem; } .notice { color: var(--dim); font-style: italic; }
nav ul { list-style: none; padding: 0; margin: 1rem 0 0; columns: 2 20rem; font-size: .95rem; } nav li { margin: 0 0 .3rem; break-inside: avoid; }
main > .scroll:first-child { margin-top: 1.5rem; }
dl.facts { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; } dl.facts dt { color: var(--dim); } dl.facts dd { margin: 0; }
.verdict { background: var(--panel); border: 1px solid var(--line); border-radius: .5rem; padding: 1.1rem 1.25rem; margin: 0 0 1.25rem; }
.verdict .figure { font-size: 2.6rem; line-height: 1.1; font-weight: 700; font-variant-numeric: tabular-nums; } .verdict .of { color: var(--dim); font-size: 1rem; font-weight: 400; }
.verdict > p:last-child { margin-bottom: 0; }
.band { display: inline-block; padding: .05rem .5rem; border-radius: .3rem; font-size: .9rem; font-weight: 600; white-space: nowrap; border: 1px solid currentColor; }
.b0 { background: var(--t0); color: var(--s0); } .b1 { background: var(--t1); color: var(--s1); } .b2 { background: var(--t2); color: var(--s2); } .b3 { background: var(--t3); color: var(--s3); } .b4 { background: var(--t4); color: var(--s4); }
.bx { background: var(--panel); color: var(--dim); }
.scroll { overflow-x: auto; margin: 0 0 1rem; background-repeat: no-repeat; background-image: linear-gradient(90deg, var(--ground) 40%, transparent), linear-gradient(-90deg, var(--ground) 40%, transparent), linear-gradient(90deg, var(--shadow), transparent), linear-gradient(-90deg, var(--shadow), transparent);
  background-size: 3rem 100%, 3rem 100%, 1rem 100%, 1rem 100%; background-position: 0 0, 100% 0, 0 0, 100% 0; background-attachment: local, local, scroll, scroll; }
table { border-collapse: collapse; width: 100%; font-size: .95rem; }
th, td { text-align: start; vertical-align: top; padding: .45rem .6rem; border-bottom: 1px solid var(--line); } thead th { border-bottom: 2px solid var(--line); font-size: .875rem; color: var(--dim); vertical-align: bottom; } tbody th { font-weight: 400; } table.chart tbody th { font-weight: 600; width: 32%; min-width: 9rem; }
th.d1 { padding-inline-start: 1.6rem; } th.d2 { padding-inline-start: 2.6rem; } th.d3 { padding-inline-start: 3.6rem; } th.d4 { padding-inline-start: 4.6rem; } th.d5 { padding-inline-start: 5.6rem; } th.d6 { padding-inline-start: 6.6rem; }
td ul { margin: 0; padding-inline-start: 1rem; } th code, td code { overflow-wrap: break-word; } td.n, th.n { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; } td.c, th.c { text-align: center; }
caption { text-align: start; color: var(--dim); font-size: .875rem; padding-bottom: .35rem; }
table.chart + p { margin-top: 1rem; } table.chart td, table.chart th { vertical-align: middle; } table.chart td.bar { width: 34%; min-width: 8rem; } table.chart .band { font-size: .8rem; } table.chart .band ~ .band { display: block; width: fit-content; margin-top: .2rem; }
[dir="rtl"] :is(dl.facts dd, td[dir]) { text-align: right; } [dir="rtl"] svg.bar { transform: scaleX(-1); } svg.bar { display: block; width: 100%; height: 1.5rem; overflow: visible; } svg.bar.big { height: 2.2rem; margin: .6rem 0 .8rem; }
.z0 { fill: var(--t0); } .z1 { fill: var(--t1); } .z2 { fill: var(--t2); } .z3 { fill: var(--t3); } .z4 { fill: var(--t4); } .zx { fill: var(--panel); }
.f0 { fill: var(--s0); } .f1 { fill: var(--s1); } .f2 { fill: var(--s2); } .f3 { fill: var(--s3); } .f4 { fill: var(--s4); } .fx { fill: var(--dim); }
.tick { stroke: var(--ground); stroke-width: 1.5; } .range { stroke: var(--text); stroke-width: 2; } .edge { fill: none; stroke: var(--line); }
ul.scale { list-style: none; margin-top: .8rem; padding: 0; display: flex; flex-wrap: wrap; gap: .35rem .5rem; font-size: .875rem; max-width: none; } ul.scale li { margin: 0; }
article { margin: 0 0 1.1rem; padding: 0 0 .2rem; } article h3 { margin-bottom: .15rem; }
.fair { color: var(--s2); font-weight: 600; } .bad { color: var(--s4); font-weight: 600; } .good { color: var(--s1); }
details { border: 1px solid var(--line); border-radius: .35rem; padding: .35rem .8rem; margin: .4rem 0; } summary { cursor: pointer; color: var(--link); } details[open] > summary { margin-bottom: .5rem; }
details > :last-child { margin-bottom: .3rem; } .close { border-inline-start: 3px solid var(--s1); padding-inline-start: .8rem; }
@media (max-width: 40rem) { h1 { font-size: 1.5rem; } nav ul { columns: 1; } dl.facts { grid-template-columns: 1fr; gap: 0; } dl.facts dd { margin-bottom: .4rem; }
  table.chart thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); } table.chart tr { display: grid; grid-template-columns: 1fr auto; gap: .1rem .75rem; padding: .6rem 0; border-bottom: 1px solid var(--line); } table.chart td, table.chart th { border: 0; padding: 0; } table.chart tbody th, table.chart td.bar { grid-column: 1 / -1; width: auto; } table.chart td.n { text-align: start; } table.chart td:empty { display: none; } table.chart td[data-label]::before { content: attr(data-label) " "; color: var(--dim); font-size: .875rem; } }
@media (min-width: 40rem) { table.chart td[data-label] { white-space: nowrap; } }
@page { size: A4; margin: 18mm 16mm 20mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt sans-serif; } }
@media print { :root { color-scheme: light; --ground: #ffffff; --text: #000000; --dim: #444444; --line: #bbbbbb; --panel: #ffffff; --link: #000000;
  --t0: #dbe8f6; --s0: #1f5c99; --t1: #d9eeee; --s1: #20666c; --t2: #f6edcf; --s2: #6d5510; --t3: #fae3d3; --s3: #994616; --t4: #f6d9d9; --s4: #942525; }
  html { font-size: 9.5pt; } body { line-height: 1.4; } a { text-decoration: none; } table { font-size: .92rem; } h2 { margin-top: 1.8rem; } h3 { margin-top: 1rem; } article { margin-bottom: .6rem; } header, main, nav, footer { max-width: none; padding-inline-start: 0; padding-inline-end: 0; } .skip, nav { display: none; }
  h2, h3, thead, .meta, p:has(+ .scroll) { break-after: avoid; } h2, h3, blockquote, .close, li { break-inside: avoid; } p { orphans: 3; widows: 3; } .verdict, tr, svg { break-inside: avoid; } article > h3 + .meta { break-after: avoid; } .scroll { overflow: visible; background: none; }
  details { border: 0; padding: 0; } details::details-content { content-visibility: visible; display: block; block-size: auto; } summary { display: none; }
  svg, .band, .verdict { -webkit-print-color-adjust: exact; print-color-adjust: exact; } }
`;
