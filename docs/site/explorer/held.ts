/**
 * Calls now, or when what is pressed has been let go: an element that is drawn anew between a press
 * and its release never hears of the click.
 */
export function whenReleased(call: () => void): void {
  if (isHeld) waiting.push(call);
  else call();
}

/** Whether a button of the mouse, a finger or the space bar is down. */
let isHeld = false;
let waiting: (() => void)[] = [];
/** Some releases are never told, that of a scroll bar among them: a press ends by itself after a while. */
const longest = 1500;
let timer = 0;

const isSpace = (event: Event): boolean =>
  (event as KeyboardEvent).key === ' ' && !isText(event.composedPath()[0]);

const isText = (target: EventTarget | undefined): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName));

const press = (): void => {
  isHeld = true;
  clearTimeout(timer);
  timer = setTimeout(release, longest) as unknown as number;
};

/** The click comes in the task of the release: what waited comes in the next one. */
const release = (): void => {
  if (!isHeld) return;
  isHeld = false;
  clearTimeout(timer);
  setTimeout(() => {
    if (isHeld) return;
    const calls = waiting;
    waiting = [];
    for (const call of calls) call();
  });
};

/** Listens on the page for what is pressed and let go. */
export function watchPresses(): void {
  const on = (type: string, heard: (event: Event) => void): void =>
    globalThis.addEventListener(type, heard, true);
  on('pointerdown', press);
  for (const end of ['pointerup', 'pointercancel', 'dragend', 'blur']) on(end, release);
  on('keydown', (event) => {
    if (isSpace(event)) press();
  });
  on('keyup', (event) => {
    if ((event as KeyboardEvent).key === ' ') release();
  });
}
