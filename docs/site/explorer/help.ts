import { el } from './dom.ts';

const keys: readonly (readonly [key: string, does: string])[] = [
  ['?', 'Show this help'],
  ['/, Ctrl k', 'Search: commands, the library, every page of this site'],
  ['l', 'Search the library'],
  ['e', 'Write in the editor; there Tab indents, and Escape, then Tab leaves'],
  ['n, p', 'The next step of the run, the one before'],
  ['← →, Home, End', 'Step, where the steps of the run have the focus'],
  ['the name of a lane', 'Pressed: pins the lane, which then comes first and stays in sight'],
  ['Ctrl Space', 'In the editor: what may stand here'],
  ['Ctrl z', 'In the editor: take back'],
  ['Ctrl and wheel', 'On a chart: larger and smaller'],
];

/** Keys of the page, where nobody is writing; `?` shows them all. */
export function helpOn(actions: Readonly<Record<string, () => void>>): void {
  const close = (): void => dialog.close();
  const dialog = el(
    'dialog',
    { id: 'help', 'aria-labelledby': 'help-title' },
    el('h2', { id: 'help-title' }, 'Keys'),
    el('dl', {}, ...keys.flatMap(([key, does]) => [el('dt', {}, key), el('dd', {}, does)])),
    el(
      'p',
      { class: 'why' },
      'A description or threads can be pasted into the editor, or dropped on the page as a file. ' +
        'Everything is searched in this page and sent nowhere.',
    ),
    el('button', { type: 'button', click: close }, 'Close'),
  );
  document.body.append(dialog);
  const help = (): void => dialog.showModal();
  document.getElementById('open-help')?.addEventListener('click', help);
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event)) return;
    const action = event.key === '?' ? help : actions[event.key];
    if (action === undefined || dialog.open) return;
    event.preventDefault();
    action();
  });
}

/** Whether a key goes into a field; an editor stands in a shadow tree. */
function isWriting(event: Event): boolean {
  const [target] = event.composedPath();
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}
