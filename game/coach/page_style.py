"""How an exported page looks: on a screen by day and by night, and on paper."""

from __future__ import annotations

STYLE = """
:root {
  color-scheme: light dark;
  --paper: #f7f1e3; --ink: #26221a; --soft: #655d4c; --rule: #c9bea4; --shade: #efe6d1;
  --link: #1d5a68; --come: #14532d; --come-on: #dcefdc; --gone: #8a1c12; --gone-on: #f6dcd7;
  --ratified: #14532d; --silence: #7a4b00; --disowned: #8a1c12; --none: #4a4a4a;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #0c1416; --ink: #eadfc6; --soft: #a89f88; --rule: #35494d; --shade: #152226;
    --link: #7fc3cf; --come: #a9dca2; --come-on: #17301f; --gone: #f5a091; --gone-on: #3b1a17;
    --ratified: #93c48b; --silence: #e5b95c; --disowned: #f2866b; --none: #b9b2a0;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 1.5rem 1.25rem 4rem; max-width: 46rem; background: var(--paper);
  color: var(--ink); font: 1.05rem/1.55 Georgia, "Iowan Old Style", "Times New Roman", serif;
  overflow-wrap: anywhere;
}
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 2em 0 .6em; font-size: 1rem; }
h1 { font-size: 1.9rem; margin-top: .5em; }
h2 { font-size: 1.4rem; border-bottom: 1px solid var(--rule); }
h3 { font-size: 1.15rem; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { position: static; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; }
dt { color: var(--soft); }
dd { margin: 0; }
blockquote {
  margin: 1em 0; padding: .2em 1em; border-left: 3px solid var(--rule); background: var(--shade);
}
.place, .day, .number { color: var(--soft); font-size: .9rem; }
.node { position: relative; }
.number { float: right; margin-left: 1em; text-decoration: none; }
.node:target, details:target > summary { background: var(--shade); }
.deed { font-weight: bold; }
aside {
  margin: 1em 0; padding: .3em .8em; border: 1px dashed var(--rule); font-style: italic;
}
aside p { margin: .3em 0; }
.glyph { font-style: normal; font-weight: bold; }
table { border-collapse: collapse; width: 100%; margin: .8em 0; font-size: .95rem; }
caption { text-align: left; padding: .3em 0; }
th, td { border: 1px solid var(--rule); padding: .3em .6em; text-align: left; vertical-align: top; }
thead th { background: var(--shade); }
tbody th { font-weight: normal; }
ins { color: var(--come); background: var(--come-on); }
del { color: var(--gone); background: var(--gone-on); }
details { margin: .8em 0; padding-left: .9em; border-left: 2px solid var(--rule); }
summary { cursor: pointer; color: var(--link); }
ol.tree { list-style: none; padding-left: 1.1em; margin: .3em 0; font-size: .95rem; }
ol.tree li { margin: .25em 0; }
.verdict { font-weight: bold; border: 2px solid; border-radius: .3em; padding: .05em .45em; }
.ratified { color: var(--ratified); }
.silence { color: var(--silence); }
.disowned { color: var(--disowned); }
.none { color: var(--none); }
@media print {
  :root { --paper: #fff; --ink: #000; --soft: #333; --rule: #888; --shade: #fff; --link: #000; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  .skip { display: none; }
  a { text-decoration: none; }
  details::details-content { content-visibility: visible; display: block; height: auto; }
  summary { list-style: none; color: inherit; font-weight: bold; break-after: avoid; }
  summary::-webkit-details-marker { display: none; }
  h1, h2, h3, h4, h5, h6 { break-after: avoid; }
  table, blockquote, aside { break-inside: avoid; }
}
"""
"""The only style that the page allows itself."""
