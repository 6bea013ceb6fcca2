import type { Page } from 'playwright-core';

/** How one thing looks that can have the focus. */
export type Look = {
  /** Its tag and classes, and those of what it stands in. */
  readonly kind: string;
  /**
   * Points that change their colour with the focus by a contrast of three to one or more, for each
   * point of the way around it: two, where a ring of two points is whole.
   */
  readonly ring: number;
  /** With what it, its neighbour or what it stands in has another place or size. */
  readonly jumps: readonly string[];
};

type Box = readonly [x: number, y: number, width: number, height: number];

/** Finds what can have the focus, the first of each kind, also in the tree of the editor. */
const find = `(() => {
  const all = (root) => [...root.querySelectorAll('*')].flatMap((one) =>
    one.shadowRoot === null ? [one] : [one, ...all(one.shadowRoot)]);
  const named = (one) => {
    if (one === null) return '';
    const classes = (one.getAttribute('class') ?? '').split(/\\s+/).filter((name) => /^[a-z]/.test(name));
    return [one.tagName.toLowerCase(), ...classes.sort()].join('.') + (one.type ? '[' + one.type + ']' : '');
  };
  const kinds = new Map();
  for (const one of all(document)) {
    const { width, height } = one.getBoundingClientRect();
    const isShown = width * height > 0 && one.checkVisibility({ visibilityProperty: true });
    if (one.tabIndex < 0 || one.disabled || !isShown) continue;
    const kind = [one.parentElement?.parentElement ?? null, one.parentElement, one].map(named);
    if (!kinds.has(kind.join(' > '))) kinds.set(kind.join(' > '), one);
  }
  globalThis.looked = [...kinds.values()];
  return [...kinds.keys()];
})()`;

/** Gives the focus to one of what was found, in the middle of the window; where it, or the editor around it, is. */
const focusOn = (n: number): string => `(() => {
  const one = looked[${n}];
  one.focus();
  one.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  const { x, y, width, height } = (one.closest('.cm-editor') ?? one).getBoundingClientRect();
  return [x, y, width, height];
})()`;

/** Where it is, what it stands in, and what follows. */
const places = (n: number): string =>
  `JSON.stringify([looked[${n}], looked[${n}].parentElement, looked[${n}].nextElementSibling]` +
  '.map((one) => one?.getBoundingClientRect()))';

/** How many points of two pictures differ by a contrast of three to one. */
const differing = `(async (pictures) => {
  const [one, other] = await Promise.all(pictures.map(async (data) => {
    const image = new Image();
    image.src = 'data:image/png;base64,' + data;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
    canvas.drawImage(image, 0, 0);
    return canvas.getImageData(0, 0, image.width, image.height).data;
  }));
  const linear = (part) => part <= 10 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4;
  const light = (of, at) =>
    0.05 + 0.2126 * linear(of[at]) + 0.7152 * linear(of[at + 1]) + 0.0722 * linear(of[at + 2]);
  let count = 0;
  for (let at = 0; at < one.length; at += 4) {
    const [a, b] = [light(one, at), light(other, at)];
    if (Math.max(a, b) / Math.min(a, b) >= 3) count++;
  }
  return count;
})`;

/** The part of the window that shows a box and its ring. */
function around([x, y, width, height]: Box, page: Page) {
  const window = page.viewportSize()!;
  const [left, top] = [Math.max(0, Math.floor(x - 8)), Math.max(0, Math.floor(y - 8))];
  return {
    x: left,
    y: top,
    width: Math.min(window.width, Math.ceil(x + width + 8)) - left,
    height: Math.min(window.height, Math.ceil(y + height + 8)) - top,
  };
}

/**
 * How everything looks on a page that can have the focus: one of each kind, by pictures with the
 * focus and without, so that a ring that is cut off or covered is seen. @param reader an empty page
 */
export async function focusLooks(page: Page, reader: Page): Promise<readonly Look[]> {
  // From here on the focus is that of somebody who uses keys.
  await page.keyboard.press('Shift');
  const kinds = await page.evaluate<string[]>(find);
  const looks: Look[] = [];
  for (const [n, kind] of kinds.entries()) {
    const box = await page.evaluate<Box>(focusOn(n));
    const clip = around(box, page);
    const picture = async (): Promise<string> =>
      (await page.screenshot({ clip, animations: 'disabled' })).toString('base64');
    const place = (): Promise<string> => page.evaluate<string>(places(n));

    const [focused, atFocus] = [await picture(), await place()];
    await page.evaluate(`looked[${n}].blur()`);
    const [plain, still] = [await picture(), await place()];
    await page.mouse.move(box[0] + Math.min(box[2] / 2, 40), box[1] + box[3] / 2);
    const pointed = await place();
    await page.mouse.move(0, 0);

    const pictures = JSON.stringify([focused, plain]);
    const count = await reader.evaluate<number>(`${differing}(${pictures})`);
    const shown = around([box[0] + 8, box[1] + 8, box[2] - 16, box[3] - 16], page);
    looks.push({
      kind,
      ring: count / (2 * (shown.width + shown.height)),
      jumps: [
        ...(atFocus === still ? [] : ['the focus']),
        ...(pointed === still ? [] : ['the pointer']),
      ],
    });
  }
  return looks;
}
