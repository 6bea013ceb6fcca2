/**
 * Draws anew, and gives the focus back to what had it: to the element of the same id, or, where it
 * has none, to the one at its place below the nearest element that has one.
 */
export function keepingFocus(draw: () => void): void {
  const had = document.activeElement;
  const place = had === null || had === document.body ? null : placeOf(had);
  draw();
  if (place === null || had!.isConnected) return;
  const now = at(place);
  if (now?.tagName === had!.tagName) (now as HTMLElement).focus({ preventScroll: true });
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
