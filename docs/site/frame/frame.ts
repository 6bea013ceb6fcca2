/**
 * The bar on top of every page: where one can go, the search box, the theme. `{up}` is the way to the
 * root of the site.
 */
const places: readonly (readonly [words: string, page: string])[] = [
  ['Playground', 'explorer/index.html'],
  ['Logs', 'explorer/logs.html'],
  ['Rules', 'documents/Rules_of_the_kernel.html'],
  ['Lifecycles', 'documents/Lifecycles.html'],
  ['Litmus tests', 'documents/Litmus_tests.html'],
  ['Documents', 'index.html#documents'],
];

/** The mark: a circle of waits that is open. */
const mark =
  '<svg class="ff-mark" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">' +
  '<path d="M14.6 3.4A9 9 0 1 0 20.6 9.4" fill="none" stroke="currentColor" stroke-width="2.2"/>' +
  '<circle cx="18.4" cy="5.6" r="2.5"/></svg>';

/** The icon as a file. */
export const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><style>path{stroke:#16181d}' +
  '@media(prefers-color-scheme:dark){path{stroke:#e9eaec}}</style>' +
  '<path d="M14.6 3.4A9 9 0 1 0 20.6 9.4" fill="none" stroke-width="2.4"/>' +
  '<circle cx="18.4" cy="5.6" r="2.8" fill="#d2441c"/></svg>\n';

/** What the first links of a page lead past all others to: what it is called, and its id. */
export type Skips = readonly (readonly [words: string, id: string])[];
const toContent: Skips = [['content', 'ff-content']];

/** The bar, with `more` at its end. */
export function bar(more = '', skips = toContent): string {
  const past = skips.map(
    ([words, id]) => `<a class="ff-skip" href="#${id}">Skip to the ${words}</a>`,
  );
  const links = places.map(([words, page]) => `<a href="{up}${page}">${words}</a>`).join('');
  return (
    `<header class="ff-bar">${past.join('')}<a class="ff-home" href="{up}index.html">${mark}finite-fence</a>` +
    `<nav aria-label="Site">${links}</nav>` +
    '<div class="ff-search" role="search"><input type="search" id="ff-search" role="combobox" ' +
    'aria-label="Search rules, calls, lifecycles, litmus tests" aria-controls="ff-found" ' +
    'aria-expanded="false" aria-autocomplete="list" autocomplete="off" spellcheck="false" ' +
    'placeholder="Search" maxlength="80" aria-keyshortcuts="/"><kbd aria-hidden="true">/</kbd>' +
    '<ul id="ff-found" role="listbox" aria-label="Found" hidden></ul></div>' +
    '<button type="button" id="ff-theme" aria-label="Switch between light and dark">' +
    '<svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true"><circle cx="10" cy="10" ' +
    'r="7" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M10 3a7 7 0 0 1 0 14z" ' +
    `fill="currentColor"/></svg></button>${more}</header>`
  );
}

/** What every page loads: the icon, the theme before anything is drawn, type and colours, the bar's script. */
export const shared =
  '<link rel="icon" type="image/svg+xml" href="{up}assets/icon.svg">' +
  '<script src="{up}assets/theme.js"></script>' +
  '<link rel="stylesheet" href="{up}assets/frame.css">' +
  '<script src="{up}assets/frame.js" defer></script>';

/** What every page but the playground has in its head: which scripts it may run, and what every page loads. */
export const head =
  "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'; " +
  "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src data:\">" +
  shared;

/** A piece of a page that stands so many folders deep. */
export const at = (piece: string, up: string): string => piece.replaceAll('{up}', up);
