/**
 * Draws anew, and gives the focus back to what had it: to the element of the same id, or, where it
 * has none, to the one at its place below the nearest element that has one. Where that is gone, what
 * it stood in has the focus: it is never lost to the page as a whole.
 */
export function keepingFocus(draw: () => void): void {
  const had = document.activeElement;
  if (had === null || had === document.body) {
    draw();
    return;
  }
  const place = placeOf(had);
  const around = aroundOf(had);
  draw();
  if (had.isConnected) return;
  const now = place === null ? undefined : at(place);
  if (now !== undefined && now.tagName === had.tagName) focus(now);
  else focusRegion(around.find((one) => one.isConnected));
}

const focus = (element: Element): void => (element as HTMLElement).focus({ preventScroll: true });

/** Focuses what nobody reaches by Tab. */
function focusRegion(region: HTMLElement | undefined): void {
  if (region === undefined) return;
  region.tabIndex = -1;
  region.style.outline = 'none';
  focus(region);
}

/** An element by the nearest id, and the way down from there. */
type Place = { readonly id: string; readonly way: readonly number[] };

function placeOf(element: Element): Place | null {
  const way: number[] = [];
  let here = element;
  while (here.id === '') {
    const above = here.parentElement;
    if (above === null) return null;
    way.unshift([...above.children].indexOf(here));
    here = above;
  }
  return { id: here.id, way };
}

function at({ id, way }: Place): Element | undefined {
  let here: Element | undefined = document.getElementById(id) ?? undefined;
  for (const place of way) here = here?.children[place];
  return here;
}

/** What an element stands in, the innermost first. */
function aroundOf(element: Element): HTMLElement[] {
  const above = element.parentElement;
  return above === null ? [] : [above, ...aroundOf(above)];
}
