/**
 * TypeDoc's navigation has links inside of what opens and closes its lists, which no screen reader can
 * tell apart. Here the link stands before the list, and what opens it is a button of its own.
 */
export function navigation(): void {
  const place = document.getElementById('tsd-nav-container');
  if (place === null) return;
  const mend = (): void => {
    for (const link of place.querySelectorAll<HTMLElement>('summary a')) apart(link);
  };
  new MutationObserver(mend).observe(place, { childList: true, subtree: true });
  mend();
}

function apart(link: HTMLElement): void {
  const summary = link.closest('summary');
  const details = summary?.closest('details');
  if (summary === null || details === null || details === undefined) return;
  summary.setAttribute('aria-label', `Pages below ${link.textContent.trim()}`);
  details.parentElement?.classList.add('ff-apart');
  details.before(link);
}
