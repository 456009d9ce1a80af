/** Served beside the assets of the API reference. */
export const ERROR_PAGES_STYLE = `:root {
  color-scheme: light dark;
  --text: light-dark(#1c2430, #e4e8ee);
  --quiet: light-dark(#566173, #a3adbb);
  --line: light-dark(#dbe0e7, #343c48);
  --surface: light-dark(#ffffff, #161a20);
  --raised: light-dark(#f3f5f8, #20262e);
  --link: light-dark(#0b5cad, #7db8f5);
}
* { box-sizing: border-box; }
body {
  margin: 0;
  background: var(--surface);
  color: var(--text);
  font: 1rem/1.6 system-ui, sans-serif;
}
header, main { max-width: 52rem; margin: 0 auto; padding: 1rem 1.25rem; }
header { display: flex; gap: 1.5rem; border-bottom: 1px solid var(--line); font-size: 0.95rem; }
a { color: var(--link); text-underline-offset: 0.2em; }
a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
h1 { margin: 1.5rem 0 0.5rem; font-size: 1.9rem; line-height: 1.25; }
h2 { margin: 2rem 0 0.5rem; font-size: 1.15rem; }
p { margin: 0.5rem 0; }
code { padding: 0.1em 0.35em; border-radius: 4px; background: var(--raised); font-size: 0.9em; overflow-wrap: anywhere; }
.facts { display: flex; flex-wrap: wrap; gap: 0.5rem; color: var(--quiet); }
.facts > * { padding: 0.15rem 0.6rem; border: 1px solid var(--line); border-radius: 999px; font-size: 0.9rem; }
.facts code { color: var(--text); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.4rem 1rem; margin: 0.5rem 0; }
dd { margin: 0; }
table { width: 100%; border-collapse: collapse; font-size: 0.95rem; }
th, td { padding: 0.45rem 0.75rem 0.45rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
th { color: var(--quiet); font-weight: 500; }
td a { text-underline-offset: 0.35em; }
td a code { background: none; padding: 0; }
@media (max-width: 36rem) {
  dl { grid-template-columns: 1fr; }
  dd { margin-bottom: 0.5rem; }
  td:last-child, th:last-child { display: none; }
}
`;
