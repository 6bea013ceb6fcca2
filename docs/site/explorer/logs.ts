import { by, el } from './dom.ts';
import { readText, type Answer } from './read-text.ts';
import { fresh, toAddress as playground } from './situation.ts';

/** What each exit code of the command line means. */
const means: Readonly<Record<Answer['exit'], string>> = {
  0: 'Nothing is broken, and every line that looks like trouble was understood.',
  1: 'A rule is broken.',
  2: 'This is not readable as anything known.',
  3: 'No rule is known to be broken, but there is trouble that is not judged here.',
};
/** An address can hold so much of a log. */
const longestAddress = 200_000;

let now: { readonly name: string; readonly bytes: Uint8Array } | null = null;

async function show(name: string, bytes: Uint8Array): Promise<void> {
  now = { name, bytes };
  by('answer').replaceChildren();
  delete by('told').dataset['exit'];
  by('told').textContent = 'reading';
  const answer = await readText(name, await unpacked(bytes));
  by('told').textContent = `${means[answer.exit]} (exit code ${answer.exit})`;
  by('told').dataset['exit'] = String(answer.exit);
  by('answer').replaceChildren(
    el('pre', { id: 'text', tabindex: '0', role: 'group', 'aria-label': 'Answer' }, answer.text),
    ...answer.files.map((file) =>
      el(
        'details',
        {},
        el('summary', {}, 'The report as a file of threads, for finite-fence litmus'),
        el(
          'p',
          {},
          el('a', { href: `index.html#${addressOf(file)}` }, 'Open it in the playground'),
        ),
        el(
          'pre',
          { class: 'proposed', tabindex: '0', role: 'group', 'aria-label': 'File of threads' },
          file,
        ),
      ),
    ),
  );
}

const addressOf = (text: string): string =>
  playground({ ...fresh, subjects: [{ is: 'text', name: 'from-a-log.litmus', text }] });

/** gzip is unpacked by the browser. */
async function unpacked(bytes: Uint8Array): Promise<Uint8Array> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  return through(bytes, new DecompressionStream('gzip'));
}

async function through(
  bytes: Uint8Array,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array> {
  const out = new Blob([bytes as BlobPart]).stream().pipeThrough(stream);
  return new Uint8Array(await new Response(out).arrayBuffer());
}

async function toAddress(bytes: Uint8Array): Promise<string> {
  const packed = await through(bytes, new CompressionStream('deflate-raw'));
  const text = Array.from(packed, (byte) => String.fromCharCode(byte)).join('');
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

async function fromAddress(text: string): Promise<Uint8Array> {
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  const packed = Uint8Array.from(plain, (char) => char.charCodeAt(0));
  return through(packed, new DecompressionStream('deflate-raw'));
}

async function open(file: File | undefined): Promise<void> {
  if (file !== undefined) await show(file.name, new Uint8Array(await file.arrayBuffer()));
}

/** A log stands in the address only where somebody asked for it. */
async function arrive(): Promise<void> {
  if (location.hash.length < 2) return;
  try {
    const bytes = await fromAddress(location.hash.slice(1));
    (by('log') as HTMLTextAreaElement).value = new TextDecoder().decode(bytes);
    await show('pasted text', bytes);
  } catch {
    by('told').textContent = 'This link is damaged.';
  }
}

async function link(): Promise<void> {
  if (now === null) {
    by('linked').textContent = 'Read a log first.';
    return;
  }
  const address = await toAddress(await unpacked(now.bytes));
  if (address.length > longestAddress) {
    by('linked').textContent = 'This log is too long for a link.';
    return;
  }
  history.replaceState(null, '', `#${address}`);
  by('linked').textContent = 'The address of this page now holds the log.';
}

by('read').addEventListener('click', () => {
  const { value } = by('log') as HTMLTextAreaElement;
  void show('pasted text', new TextEncoder().encode(value));
});
by('file').addEventListener('change', (event) => {
  void open((event.target as HTMLInputElement).files?.[0]);
});
document.addEventListener('dragover', (event) => event.preventDefault());
document.addEventListener('drop', (event) => {
  event.preventDefault();
  void open(event.dataTransfer?.files[0]);
});
by('link').addEventListener('click', () => void link());
globalThis.addEventListener('hashchange', () => void arrive());
void arrive();
