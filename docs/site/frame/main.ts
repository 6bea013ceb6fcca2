import { charts } from './zoom.ts';
import { navigation } from './navigation.ts';
import { searchBox } from './search-box.ts';

// What every page does: search, switch the theme, and move about in charts.

searchBox();
navigation();
theme();
charts();

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
