/** Draws the timelines of a page. Text of the log is only ever drawn or set as text. */
export const timelineScript = `
for (const box of document.querySelectorAll('.timeline')) {
  const { lanes, spans, marks, end } = JSON.parse(
    document.getElementById('log-' + box.dataset.log).textContent,
  );
  const canvas = box.querySelector('canvas'),
    tip = box.querySelector('.tip'),
    pen = canvas.getContext('2d');
  const label = Math.min(230, Math.max(110, innerWidth * 0.22)),
    axis = 22;
  // Spans of one lane that overlap go to rows of their own.
  const rows = lanes.map(() => []),
    row = new Int32Array(spans.length);
  spans.forEach(([lane, from, , to], at) => {
    const free = rows[lane].findIndex((until) => until <= from);
    row[at] = free < 0 ? Math.min(rows[lane].length, 5) : free;
    rows[lane][row[at]] = to < 0 ? Infinity : to;
  });
  const tall = rows.map((one) => Math.max(1, one.length) * 9 + 8),
    top = tall.map((_, at) => axis + tall.slice(0, at).reduce((sum, one) => sum + one, 0));
  const height = axis + tall.reduce((sum, one) => sum + one, 0) + 4;
  const last = Math.max(end, 1);
  let from = 0,
    to = last,
    width = 0;
  const x = (time) => label + ((time - from) / (to - from)) * (width - label);
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name);
  const words = (us) =>
    us >= 1e6
      ? +(us / 1e6).toPrecision(6) + ' s'
      : us >= 1e3
        ? +(us / 1e3).toPrecision(6) + ' ms'
        : +us.toPrecision(6) + ' us';
  function draw() {
    const ratio = devicePixelRatio || 1;
    width = box.clientWidth;
    canvas.width = width * ratio;
    canvas.height = height * ratio;
    canvas.style.height = height + 'px';
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.clearRect(0, 0, width, height);
    pen.font = '12px system-ui, sans-serif';
    pen.textBaseline = 'middle';
    const ink = colour('--ink'),
      dim = colour('--dim'),
      grid = colour('--grid'),
      queued = colour('--queued'),
      running = colour('--running'),
      bad = colour('--bad');
    let step = 10 ** Math.floor(Math.log10((to - from) / 5));
    while ((to - from) / step > 8) step *= 2;
    for (let time = Math.ceil(from / step) * step; time <= to; time += step) {
      pen.fillStyle = grid;
      pen.fillRect(x(time), axis, 1, height);
      pen.fillStyle = dim;
      if (x(time) < width - 50) pen.fillText(words(time), x(time) + 3, axis / 2);
    }
    lanes.forEach((name, at) => {
      pen.fillStyle = grid;
      pen.fillRect(0, top[at], width, 1);
    });
    pen.save();
    pen.beginPath();
    pen.rect(label, axis, width - label, height);
    pen.clip();
    spans.forEach(([lane, begins, runs, ends], at) => {
      const until = ends < 0 ? last : ends;
      if (until < from || begins > to) return;
      const y = top[lane] + 5 + row[at] * 9,
        left = Math.max(x(begins), label - 2),
        right = Math.min(x(until), width + 2);
      pen.fillStyle = queued;
      pen.fillRect(left, y, Math.max(1.5, right - left), 7);
      pen.fillStyle = running;
      if (runs > 0) {
        const run = Math.max(x(runs), left);
        pen.fillRect(run, y, Math.max(1, right - run), 7);
      }
      if (ends < 0) {
        pen.fillStyle = bad;
        for (let stripe = left; stripe < right; stripe += 8) pen.fillRect(stripe, y, 3, 7);
      }
    });
    pen.fillStyle = bad;
    for (const [time] of marks) pen.fillRect(x(time) - 1, axis, 2, height);
    pen.restore();
    pen.fillStyle = ink;
    lanes.forEach((name, at) => {
      let text = name;
      while (text.length > 4 && pen.measureText(text).width > label - 14)
        text = text.slice(0, -2).trimEnd() + '\\u2026';
      pen.fillText(text, 6, top[at] + tall[at] / 2);
    });
  }
  function zoom(by, at) {
    const size = Math.min(last, Math.max(0.05, (to - from) * by));
    from = at - ((at - from) * size) / (to - from);
    to = from + size;
    if (from < 0) {
      to -= from;
      from = 0;
    }
    if (to > last) {
      from = Math.max(0, from - (to - last));
      to = last;
    }
    draw();
  }
  function move(by) {
    const size = to - from;
    from = Math.max(0, Math.min(last - size, from + by));
    to = from + size;
    draw();
  }
  const timeAt = (px) => from + ((px - label) / (width - label)) * (to - from);
  canvas.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY))
        move(((event.deltaX || event.deltaY) / width) * (to - from));
      else zoom(event.deltaY > 0 ? 1.25 : 0.8, timeAt(Math.max(label, event.offsetX)));
    },
    { passive: false },
  );
  let drag = null;
  canvas.addEventListener('pointerdown', (event) => {
    drag = event.offsetX;
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener('pointerup', () => {
    drag = null;
  });
  canvas.addEventListener('pointermove', (event) => {
    if (drag !== null) {
      move(((drag - event.offsetX) / (width - label)) * (to - from));
      drag = event.offsetX;
    }
    const time = timeAt(event.offsetX),
      slack = ((to - from) / width) * 3;
    const hit = spans.findLastIndex(
      ([lane, begins, , ends], at) =>
        begins - slack <= time &&
        (ends < 0 ? last : ends) + slack >= time &&
        Math.abs(event.offsetY - (top[lane] + 8 + row[at] * 9)) < 5,
    );
    tip.hidden = hit < 0 || event.offsetX < label;
    if (tip.hidden) return;
    const [, begins, runs, ends, name, line] = spans[hit];
    tip.textContent =
      name +
      '\\nfrom ' +
      words(begins) +
      (runs > 0 ? ', runs after ' + words(runs - begins) : '') +
      (ends < 0 ? ', not over' : ', took ' + words(ends - begins)) +
      '\\nline ' +
      line;
    tip.style.left = Math.max(0, Math.min(event.offsetX + 12, width - 280)) + 'px';
    tip.style.top = Math.min(event.offsetY + 14, height - 40) + 'px';
  });
  canvas.addEventListener('pointerleave', () => {
    tip.hidden = true;
  });
  canvas.addEventListener('keydown', (event) => {
    const middle = (from + to) / 2,
      keys = {
        '+': () => zoom(0.5, middle),
        '=': () => zoom(0.5, middle),
        '-': () => zoom(2, middle),
        0: () => {
          from = 0;
          to = last;
          draw();
        },
        ArrowLeft: () => move((from - to) / 5),
        ArrowRight: () => move((to - from) / 5),
      };
    if (keys[event.key]) {
      event.preventDefault();
      keys[event.key]();
    }
  });
  new ResizeObserver(draw).observe(box);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
  draw();
}
`;
