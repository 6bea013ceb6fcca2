import { charts } from './zoom.ts';
import { navigation } from './navigation.ts';
import { searchBox } from './search-box.ts';

// What every page does: search, switch the theme, scroll by keyboard, and move about in charts.

searchBox();
navigation();
here();
theme();
scrollable();
charts();

/** What is wider than its place can be reached, and so scrolled, by keyboard. */
function scrollable(): void {
  for (const wide of document.querySelectorAll<HTMLElement>('table, pre'))
    if (wide.scrollWidth > wide.clientWidth) wide.tabIndex = 0;
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
