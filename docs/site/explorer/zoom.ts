import { el } from './dom.ts';
import { button, scrolled } from './page.ts';

const widest = 4;
const smallest = 0.2;

/** A picture that is as wide as its box at first, can be made larger and smaller, and moved about. */
export function zoomable(picture: SVGSVGElement, label: string, hint: string): HTMLElement {
  const width = Number(picture.getAttribute('width')) || picture.viewBox.baseVal.width;
  const height = Number(picture.getAttribute('height')) || picture.viewBox.baseVal.height;
  let scale = 1;
  const box = scrolled(label, picture, { class: 'scroll zoom' });
  const show = (next: number): void => {
    scale = Math.min(widest, Math.max(smallest, next));
    picture.setAttribute('width', String(Math.round(width * scale)));
    picture.setAttribute('height', String(Math.round(height * scale)));
  };
  const fit = (): void => {
    const room = box.clientWidth - 16;
    if (room > 0) show(Math.min(1, room / width));
  };
  movable(box);
  box.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      show(scale * (event.deltaY < 0 ? 1.15 : 1 / 1.15));
    },
    { passive: false },
  );
  requestAnimationFrame(() => {
    fit();
    toLit(box, picture);
  });
  return el(
    'div',
    { class: 'zoomed' },
    el(
      'div',
      { class: 'zoom-tools' },
      button('−', () => show(scale / 1.25), { 'aria-label': `Make ${label} smaller` }),
      button('+', () => show(scale * 1.25), { 'aria-label': `Make ${label} larger` }),
      button('Fit', fit, { 'aria-label': `Fit ${label} into its box` }),
      button('1:1', () => show(1), { 'aria-label': `1:1: ${label} in full size` }),
      hint === '' ? null : el('span', { class: 'why' }, hint),
    ),
    box,
  );
}

/** Brings the state that is lit into the middle of the box. */
function toLit(box: HTMLElement, picture: SVGSVGElement): void {
  const lit = picture.querySelector('.lit')?.getBoundingClientRect();
  if (lit === undefined) return;
  const room = box.getBoundingClientRect();
  box.scrollTop += lit.top + lit.height / 2 - room.top - room.height / 2;
  box.scrollLeft += lit.left + lit.width / 2 - room.left - room.width / 2;
}

/** Dragging moves what is in a box that scrolls. */
function movable(box: HTMLElement): void {
  let from: { x: number; y: number; left: number; top: number } | null = null;
  box.addEventListener('pointerdown', ({ clientX: x, clientY: y, pointerType }) => {
    if (pointerType === 'mouse') from = { x, y, left: box.scrollLeft, top: box.scrollTop };
  });
  box.addEventListener('pointermove', ({ clientX, clientY }) => {
    if (from === null) return;
    box.scrollLeft = from.left + from.x - clientX;
    box.scrollTop = from.top + from.y - clientY;
  });
  const end = (): void => {
    from = null;
  };
  box.addEventListener('pointerup', end);
  box.addEventListener('pointerleave', end);
}
