import type { Circle, Frame } from './circle.ts';

// The circle of the first page: steps through the run of a story, by buttons, keys, or by itself.

const figure = document.getElementById('circle')!;
const circle = JSON.parse(document.getElementById('circle-data')!.textContent) as Circle;
const still = matchMedia('(prefers-reduced-motion: reduce)');
const every = 1600;

let story = 0;
let frameNow = 0;
let playing: ReturnType<typeof setTimeout> | null = null;

const frames = (): readonly Frame[] => circle.stories[story]!.frames;
const elements = <T extends Element>(selector: string): T[] => [
  ...figure.querySelectorAll<T>(selector),
];

function show(): void {
  const frame = frames()[frameNow]!;
  const before = frames()[frameNow - 1];
  for (const part of elements<SVGGElement>('[data-part]')) {
    const place = Number(part.dataset['part']);
    part.querySelector('.state')!.textContent = frame.states[place]!;
    part.classList.toggle(
      'moved',
      before !== undefined && before.states[place] !== frame.states[place],
    );
    part.classList.toggle('idle', frame.states[place] === frames()[0]!.states[place]);
  }
  for (const arrow of elements<SVGGElement>('[data-arrow]'))
    arrow.classList.toggle('on', frame.waits[Number(arrow.dataset['arrow'])]);
  middle(frame);
  told(frame);
  dots();
}

/** What stands in the middle of the circle: where the run is, the step or the verdict, who acts. */
function middle(frame: Frame): void {
  const { refused, waits } = frame;
  const end = frameNow === frames().length - 1;
  const word = `word${end ? ' verdict' : ''}${refused === null ? '' : ' refused'}`;
  const texts = { count: countOf(frame), word: wordOf(frame, end), who: whoOf(frame, end) };
  for (const group of elements('.middle')) {
    for (const [name, text] of Object.entries(texts))
      group.querySelector(`.${name}`)!.textContent = text;
    group.querySelector('.word')!.setAttribute('class', word);
  }
  figure.classList.toggle('closed', waits.every(Boolean));
}

function countOf({ step, refused }: Frame): string {
  if (refused !== null) return 'refused now';
  return step === null ? 'before the first step' : `step ${frameNow} of ${frames().length - 1}`;
}

function wordOf({ step, refused }: Frame, end: boolean): string {
  if (end) return circle.stories[story]!.verdict;
  return refused?.name ?? step?.name ?? '';
}

function whoOf({ step, waits }: Frame, end: boolean): string {
  const isOpened = circle.stories[story]!.option !== null;
  if (end) return isOpened ? 'the fence has signaled' : 'nobody can act for the fence';
  const next = frames()[frameNow + 1]?.step?.actor ?? '';
  return isOpened && waits.every(Boolean) ? `${next} opens it` : (step?.actor ?? '');
}

/** The step in words, below the circle. */
function told({ step, refused }: Frame): void {
  const line = document.getElementById('ff-step')!;
  const strong = document.createElement('strong');
  const { says, option } = circle.stories[story]!;
  strong.textContent = step === null ? (option ?? 'The default scenario') : step.name;
  line.replaceChildren(strong, ` ${step === null ? (says?.says ?? start) : step.does}`);
  if (refused === null) return;
  const because = document.createElement('span');
  because.className = 'because';
  const cite = refused.because ?? says;
  because.textContent =
    `The run that hangs goes on with ${refused.name}. Here that is refused: ` +
    `“${cite?.says ?? ''}”`;
  line.append(because);
}

const start = 'Nothing has happened yet. Both kinds of jobs share one engine.';

function dots(): void {
  const list = figure.querySelector('.dots')!;
  list.replaceChildren(
    ...frames().map((_, n) => {
      const dot = document.createElement('li');
      if (n <= frameNow) dot.className = n === frameNow ? 'now' : 'past';
      return dot;
    }),
  );
}

function go(to: number): void {
  frameNow = Math.min(frames().length - 1, Math.max(0, to));
  show();
}

/** A run that plays by itself is not read out step by step. */
const saying = (how: 'polite' | 'off'): void =>
  document.getElementById('ff-step')!.setAttribute('aria-live', how);

function stop(): void {
  if (playing !== null) clearTimeout(playing);
  playing = null;
  figure.querySelector('[data-go=play]')!.textContent = 'Play';
  saying('polite');
}

function play(): void {
  if (frameNow === frames().length - 1) go(0);
  figure.querySelector('[data-go=play]')!.textContent = 'Pause';
  saying('off');
  const next = (): void => {
    go(frameNow + 1);
    if (frameNow < frames().length - 1) playing = setTimeout(next, every);
    else stop();
  };
  playing = setTimeout(next, every / 2);
}

function tell(next: number): void {
  // An option is shown from where it differs: there the circle of the story is closed, or nearly so.
  const same = circle.stories[0]!.frames.findIndex(
    ({ step }, n) => step?.name !== circle.stories[next]!.frames[n]?.step?.name,
  );
  story = next;
  const from = same < 0 ? circle.stories[0]!.frames.length - 1 : same - 1;
  for (const button of elements<HTMLElement>('[data-story]'))
    button.setAttribute('aria-pressed', String(Number(button.dataset['story']) === story));
  stop();
  go(next === 0 ? frames().length - 1 : from);
  if (next !== 0 && !still.matches) play();
}

const deeds: Readonly<Record<string, () => void>> = {
  back: () => go(frameNow - 1),
  on: () => go(frameNow + 1),
};
figure.addEventListener('click', (event) => {
  const button = (event.target as Element).closest('button');
  if (button === null) return;
  const { go: way, story: which } = button.dataset;
  if (which !== undefined) return tell(Number(which));
  if (way === 'play') return playing === null ? play() : stop();
  stop();
  deeds[way ?? '']?.();
});
figure.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const inButton = (event.target as Element).tagName === 'BUTTON';
  const to = {
    ArrowLeft: frameNow - 1,
    ArrowRight: frameNow + 1,
    Home: 0,
    End: frames().length - 1,
  }[event.key];
  if (to !== undefined) {
    stop();
    go(to);
  } else if (event.key === ' ' && !inButton) {
    if (playing === null) play();
    else stop();
  } else return;
  event.preventDefault();
});

// Whoever asked for less motion sees the end, and steps.
frameNow = still.matches ? frames().length - 1 : 0;
show();
if (!still.matches) play();
