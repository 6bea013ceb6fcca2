/** The look of a page: readable in the light and in the dark, on paper and on a narrow screen. */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --ground: #fff;
  --ink: #1c2024;
  --dim: #5d6670;
  --line: #d6dade;
  --bad: #b42318;
  --good: #18794e;
  --warn: #8a5a00;
  --soft: #f4f6f8;
  --queued: #a9c7ec;
  --running: #2b6cb0;
  --grid: #e7eaed;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #15181b;
    --ink: #e6e9ec;
    --dim: #98a2ac;
    --line: #343a40;
    --bad: #ff8f85;
    --good: #6fd3a0;
    --warn: #e5b567;
    --soft: #1d2125;
    --queued: #31537a;
    --running: #6aa9e9;
    --grid: #262b30;
  }
}
body {
  margin: 0;
  background: var(--ground);
  color: var(--ink);
  font:
    15px/1.5 system-ui,
    sans-serif;
}
main,
footer {
  max-width: 72rem;
  margin: 0 auto;
  padding: 1rem 1.25rem;
}
h1 {
  font-size: 1.3rem;
  margin: 0.5rem 0 0;
  overflow-wrap: anywhere;
}
h2 {
  font-size: 1.05rem;
  margin: 2rem 0 0.4rem;
}
h3 {
  font-size: 1rem;
  font-weight: 400;
  margin: 0.2rem 0;
  overflow-wrap: anywhere;
}
.facts,
.dim,
footer {
  color: var(--dim);
}
.note {
  color: var(--warn);
  margin: 0.2rem 0;
}
.verdict {
  font-size: 1.2rem;
  font-weight: 600;
  margin: 0.8rem 0 0.3rem;
}
.good {
  color: var(--good);
}
.bad,
.finding b,
.rule b {
  color: var(--bad);
}
.rule {
  margin: 0.2rem 0;
}
cite {
  color: var(--dim);
  font-style: normal;
  font-size: 0.87em;
}
.finding {
  border-left: 3px solid var(--bad);
  background: var(--soft);
  padding: 0.5rem 0.9rem;
  margin: 0.8rem 0;
}
.finding p {
  margin: 0.2rem 0;
}
pre,
code {
  font:
    0.87em/1.45 ui-monospace,
    monospace;
  overflow-wrap: anywhere;
  white-space: pre-wrap;
}
pre {
  margin: 0.3rem 0;
  color: var(--dim);
}
ol,
ul {
  margin: 0.3rem 0;
  padding-left: 1.4rem;
}
.wide {
  overflow-x: auto;
}
table {
  border-collapse: collapse;
  font-variant-numeric: tabular-nums;
}
th,
td {
  text-align: left;
  padding: 0.15rem 1.1rem 0.15rem 0;
  border-bottom: 1px solid var(--line);
  vertical-align: top;
}
thead th {
  color: var(--dim);
  font-weight: 500;
}
.bars th {
  font-weight: 400;
  color: var(--dim);
  text-align: right;
}
.bars th,
.bars td {
  border: 0;
  padding-block: 0;
}
meter {
  width: 18rem;
  max-width: 50vw;
}
.timeline {
  position: relative;
  border: 1px solid var(--line);
  border-radius: 4px;
  overflow: hidden;
}
canvas {
  display: block;
  width: 100%;
  cursor: grab;
}
canvas:focus {
  outline: 2px solid var(--running);
  outline-offset: -2px;
}
.tip {
  position: absolute;
  pointer-events: none;
  background: var(--ink);
  color: var(--ground);
  padding: 0.25rem 0.5rem;
  border-radius: 3px;
  font-size: 0.85rem;
  max-width: 26rem;
  white-space: pre-line;
}
`;
