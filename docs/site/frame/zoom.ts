// Charts in a page: larger and smaller, fitted, dragged, with the edges from everywhere folded.

/** Every chart of the page gets its buttons. */
export function charts(): void {
  for (const box of document.querySelectorAll<HTMLElement>('.ff-chart-box')) movable(box);
}

const between = (least: number, value: number, most: number): number =>
  Math.min(most, Math.max(least, value));

function movable(box: HTMLElement): void {
  const drawings = [...box.querySelectorAll<SVGSVGElement>(':scope > svg')];
  const shown = (): SVGSVGElement => drawings.find((one) => !one.classList.contains('ff-away'))!;
  const widthOf = (svg: SVGSVGElement): number => svg.viewBox.baseVal.width;
  const fitting = (): number => between(0.2, (box.clientWidth - 8) / widthOf(shown()), 1);
  let scale: number | null = null;

  const bar = document.createElement('p');
  bar.className = 'ff-chart-bar';
  const size = button('100 %', 'Show the chart in its own size', () => zoom(1));
  const draw = (): void => {
    const now = scale ?? Math.max(fitting(), 0.72);
    for (const svg of drawings) {
      svg.style.minWidth = '0';
      svg.style.maxWidth = 'none';
      svg.style.width = `${Math.round(widthOf(svg) * now)}px`;
    }
    size.textContent = `${Math.round(now * 100)} %`;
  };
  const zoom = (to: number): void => {
    const before = scale ?? Math.max(fitting(), 0.72);
    const [x, y] = [box.scrollLeft + box.clientWidth / 2, box.scrollTop + box.clientHeight / 2];
    scale = between(0.2, to, 3);
    draw();
    box.scrollLeft = (x * scale) / before - box.clientWidth / 2;
    box.scrollTop = (y * scale) / before - box.clientHeight / 2;
  };
  const by = (factor: number): void => zoom((scale ?? Math.max(fitting(), 0.72)) * factor);
  bar.append(
    button('−', 'Smaller', () => by(1 / 1.25)),
    size,
    button('+', 'Larger', () => by(1.25)),
    button('Fit', 'Fit the chart into its box', () => zoom(fitting())),
    ...(drawings.length > 1 ? [fold(drawings, draw)] : []),
  );
  box.before(bar);
  draw();
  addEventListener('resize', draw);
  keys(box, by, () => zoom(fitting()));
  drag(box);
}

function button(words: string, label: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = words;
  made.title = label;
  if (words.length < 2) made.setAttribute('aria-label', label);
  made.addEventListener('click', act);
  return made;
}

/** Shows the drawing in which edges that lead from many states to one are folded, or the whole one. */
function fold(drawings: readonly SVGSVGElement[], draw: () => void): HTMLElement {
  const made = button(
    'Fold edges from everywhere',
    'Draw edges that lead from three or more states to one, such as kill and cancel, as one',
    () => {
      const pressed = made.getAttribute('aria-pressed') !== 'true';
      made.setAttribute('aria-pressed', String(pressed));
      for (const [at, svg] of drawings.entries())
        svg.classList.toggle('ff-away', pressed !== at > 0);
      draw();
    },
  );
  // A chart that would be too wide comes folded.
  made.setAttribute('aria-pressed', String(drawings[0]!.classList.contains('ff-away')));
  return made;
}

/** Keys of a chart that has the focus; arrows scroll it, as of any box that scrolls. */
function keys(box: HTMLElement, by: (factor: number) => void, fit: () => void): void {
  box.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '+' || event.key === '=') by(1.25);
    else if (event.key === '-') by(1 / 1.25);
    else if (event.key === '0') fit();
    else return;
    event.preventDefault();
  });
  box.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      by(event.deltaY < 0 ? 1.1 : 1 / 1.1);
    },
    { passive: false },
  );
}

/** A chart is dragged by its paper; a link that is only clicked is followed. */
function drag(box: HTMLElement): void {
  let from: { x: number; y: number; left: number; top: number } | null = null;
  let moved = false;
  box.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || event.pointerType === 'touch') return;
    from = { x: event.clientX, y: event.clientY, left: box.scrollLeft, top: box.scrollTop };
    moved = false;
  });
  box.addEventListener('dragstart', (event) => event.preventDefault());
  addEventListener('pointermove', (event) => {
    if (from === null) return;
    const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
    if (!moved && Math.hypot(dx, dy) < 4) return;
    moved = true;
    box.classList.add('dragged');
    box.scrollLeft = from.left - dx;
    box.scrollTop = from.top - dy;
  });
  addEventListener('pointerup', () => {
    from = null;
    box.classList.remove('dragged');
  });
  box.addEventListener(
    'click',
    (event) => {
      if (moved) event.preventDefault();
    },
    true,
  );
}
