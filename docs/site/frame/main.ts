import { charts } from './zoom.ts';
import { navigation } from './navigation.ts';
import { searchBox } from './search-box.ts';

// What every page does: search, switch the theme, scroll by keyboard, and move about in charts.

skip();
searchBox();
navigation();
here();
tables();
theme();
scrollable();
charts();

/**
 * What a column is stands in each of its cells, for where rows are blocks. A table stays one for
 * those who do not see it, however it is laid out.
 */
function tables(): void {
  for (const table of document.querySelectorAll<HTMLElement>('.tsd-typography table')) {
    const heads = [...table.querySelectorAll('thead tr > *')].map((head) => head.textContent);
    table.setAttribute('role', 'table');
    for (const row of table.querySelectorAll('tr')) {
      row.setAttribute('role', 'row');
      row.parentElement?.setAttribute('role', 'rowgroup');
      for (const [column, cell] of [...row.children].entries()) {
        cell.setAttribute('role', cell.tagName === 'TH' ? 'columnheader' : 'cell');
        (cell as HTMLElement).dataset['of'] = heads[column] ?? '';
      }
    }
  }
}

/** What is wider than its place can be reached, and so scrolled, by keyboard. */
function scrollable(): void {
  for (const wide of document.querySelectorAll<HTMLElement>('table, pre'))
    if (wide.scrollWidth > wide.clientWidth) wide.tabIndex = 0;
}

/** The first links lead past the bar and the menus; they leave the address, which may hold what is shown. */
function skip(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.ff-skip'))
    link.addEventListener('click', (event) => {
      const content = document.getElementById(link.hash.slice(1));
      if (content === null) return;
      event.preventDefault();
      content.tabIndex = -1;
      content.style.outline = 'none';
      content.focus();
      content.addEventListener('blur', () => content.removeAttribute('tabindex'), { once: true });
    });
}

/** The place in the bar where one is. */
function here(): void {
  const plain = (address: string): string =>
    address.replace(/[?#].*$/, '').replace(/index\.html$/, '');
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.ff-bar nav a'))
    if (!link.hash && plain(link.href) === plain(location.href))
      link.setAttribute('aria-current', 'page');
}

function theme(): void {
  const root = document.documentElement;
  document.getElementById('ff-theme')?.addEventListener('click', () => {
    const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
    const now = ['dark', 'light'].includes(root.dataset['theme'] ?? '')
      ? root.dataset['theme']
      : system;
    root.dataset['theme'] = now === 'dark' ? 'light' : 'dark';
    try {
      localStorage.setItem('tsd-theme', root.dataset['theme']);
    } catch {
      // A page without storage is of this theme until it is left.
    }
  });
}
