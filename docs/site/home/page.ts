import { at, bar, head } from '../frame/frame.ts';
import type { Circle } from './circle.ts';
import { circleSvg, mapSvg } from './drawings.ts';
import type { Tie } from './map.ts';
import type { Sample } from './samples.ts';

const escape = (text: string): string => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

export type Home = {
  readonly circle: Circle;
  readonly ties: readonly Tie[];
  readonly samples: readonly Sample[];
  /** Where the page of a machine is. */
  readonly pageOf: (machine: string) => string;
  /** The documents, by who reads them. */
  readonly readers: readonly {
    readonly who: string;
    readonly asks: string;
    readonly pages: readonly {
      readonly title: string;
      readonly why: string;
      readonly address: string;
    }[];
  }[];
  /** What there is, counted. */
  readonly counts: readonly (readonly [count: number, of: string, address: string])[];
};

/** The first page: what this is, the circle that closes and opens, three ways in, the map, the documents. */
export function homePage(home: Home): string {
  const page = [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<title>finite-fence: can this GPU driver hang?</title>',
    '<meta name="description" content="The Linux kernel\'s rules for GPU fences, shared buffers and ' +
      'GPU page faults, as state machines, searched exhaustively.">',
    head,
    '<link rel="stylesheet" href="{up}assets/home.css"><script src="{up}assets/home.js" defer></script>',
    '</head><body>',
    bar(),
    '<main id="ff-content">',
    hero(home),
    ways(home.samples),
    map(home),
    documents(home),
    '</main>',
    '<footer><p>It judges the protocol that you describe, not your code. ' +
      '<a href="{up}documents/Limits.html">What a verdict does not say</a>. Type set in IBM Plex ' +
      '(<a href="{up}assets/fonts/LICENSE.txt">SIL Open Font License</a>).</p></footer>',
    '</body></html>\n',
  ].join('\n');
  return at(page, './');
}

function hero({ circle, counts }: Home): string {
  const [story] = circle.stories;
  const names = circle.stories.map(({ option, says }, n) => {
    const title = says === null ? 'Nothing prevents it' : says.says;
    return (
      `<button type="button" data-story="${n}" aria-pressed="${n === 0}" title="${escape(title)}">` +
      `${escape(option ?? 'none')}</button>`
    );
  });
  return `<section class="hero">
<div class="words">
<h1>Can this GPU driver hang?</h1>
<p class="lead">finite-fence is the Linux kernel’s rules for GPU fences, shared buffers and GPU page
faults, written as state machines and searched exhaustively.</p>
<p class="law"><em>Every dma_fence completes in finite time.</em> Beside it, the shortest run that
breaks this law in the default scenario of <cite>dma-buf.rst</cite>: ${story!.frames.length - 1} steps, until
each part waits for the next.</p>
<p class="go"><a class="main" href="{up}explorer/index.html">Check a driver in this browser</a>
<a href="#ways">Three ways in</a></p>
<dl class="counts">${counts
    .map(
      ([count, of, address]) =>
        `<div><dt><a href="${address}">${escape(of)}</a></dt><dd>${count.toLocaleString('en')}</dd></div>`,
    )
    .join('')}</dl>
</div>
<figure id="circle" tabindex="0" aria-label="The run step by step; arrow keys step, Space plays"
aria-describedby="ff-step">
${circleSvg(circle)}
<figcaption>
<div class="controls"><button type="button" data-go="back" aria-label="One step back">←</button>
<button type="button" data-go="on" aria-label="One step on">→</button>
<button type="button" data-go="play">Play</button>
<ol class="dots" aria-hidden="true"></ol></div>
<p id="ff-step" aria-live="polite"><strong>${escape(story!.frames.at(-1)!.step!.name)}</strong>
${escape(story!.frames.at(-1)!.step!.does)}</p>
<div class="stories" role="group" aria-label="A documented way out that opens the circle"><span>Way out</span>
${names.join('\n')}</div>
</figcaption>
<script type="application/json" id="circle-data">${JSON.stringify(circle).replaceAll('<', '\\u003c')}</script>
</figure>
</section>`;
}

const way = ({ title, about, file, text, command, answer, leads }: Sample): string => `<article>
<h3>${escape(title)}</h3>
<p>${escape(about)}</p>
<pre tabindex="0" role="group" aria-label="${escape(file)}"><code>${diffed(text)}</code></pre>
<p class="answers"><code>$ ${escape(command)}</code></p>
<div class="answer">${answer.map((line) => `<p>${verdicts(escape(line))}</p>`).join('')}</div>
<p class="leads">${leads.map(([words, to]) => `<a href="${to}">${escape(words)}</a>`).join(' ')}</p>
</article>`;

/** Lines of a patch are marked as such. */
const diffed = (text: string): string =>
  escape(text)
    .split('\n')
    .map((line) => {
      if (line.startsWith('-')) return `<span class="gone">${line}</span>`;
      return line.startsWith('+') ? `<span class="new">${line}</span>` : line;
    })
    .join('\n')
    .trimEnd();

const verdicts = (line: string): string =>
  line
    .replace(/\b(deadlock)\b/, '<b class="bad">$1</b>')
    .replace(/(: |it )(finite)\b/, '$1<b>$2</b>')
    .replace(/^([A-Z]+-\d+) (1 x:|line \d+:)/, '<b class="bad">$1</b> $2');

const ways = (all: readonly Sample[]): string => `<section id="ways" class="ways">
<h2>Three ways in</h2>
<div class="three">${all.map(way).join('\n')}</div>
</section>`;

function map({ ties, pageOf }: Home): string {
  const listed = ties
    .map(
      ({ from, to, kind, steps }) =>
        `<li><b>${escape(from)}</b> ${kind === 'together' ? 'with' : 'asks'} <b>${escape(to)}</b>: ` +
        `<code>${steps.map(escape).join('</code> <code>')}</code></li>`,
    )
    .join('\n');
  return `<section class="compose" id="map">
<h2>How the lifecycles compose</h2>
<p>Each object is one state machine. A step of the system moves several of them at once, or is
refused because one of them is in the wrong state. A solid line: both take an event in one step. A
dashed line: a step of one asks for the state of the other. The deadlock runs around the coloured ring.</p>
<div class="map-box" tabindex="0" role="region" aria-label="Map of the lifecycles">${mapSvg(ties, pageOf)}</div>
<details><summary>The same as a list: ${ties.length} ties, each with all its steps</summary><ul>
${listed}
</ul></details>
</section>`;
}

const entry = ({ title, why, address }: Home['readers'][number]['pages'][number]): string =>
  `<li><a href="${address}">${escape(title)}</a><span>${escape(why)}</span></li>`;

const documents = ({ readers }: Home): string => `<section class="documents" id="documents">
<h2>Documents</h2>
<div class="four">
${readers
  .map(
    ({ who, asks, pages }) => `<div><h3>${escape(who)}</h3><p><em>${escape(asks)}</em></p><ul>
${pages.map(entry).join('\n')}
</ul></div>`,
  )
  .join('\n')}
</div>
</section>`;
