declare global {
  /** Scripts that a worker can be made of, each as a function; they come with the scripts themselves. */
  var workerScript: Readonly<Record<string, () => void>> | undefined;
}

/** The scripts of workers; each is the page's own or stands beside it. */
type Script = 'explorer' | 'gallery' | 'drawing';

const addresses = new Map<Script, string>();
/** Whether a worker may be made of a text. A server can forbid that; then scripts are loaded again. */
let isAllowed = true;

/** Loads a script that stands beside the page. */
export function script(name: string): Promise<void> {
  return new Promise((done, failed) => {
    const element = document.createElement('script');
    element.src = name;
    element.onload = () => done();
    element.onerror = () => failed(new Error(`${name} is missing`));
    document.head.append(element);
  });
}

/** The text of a script that is loaded, as an address. */
function addressOf(name: Script): string {
  let address = addresses.get(name);
  if (address === undefined) {
    const text = `(${String(globalThis.workerScript![name])})()`;
    address = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
    addresses.set(name, address);
  }
  return address;
}

/** Whether a worker runs: the first that it does is to say so. */
const begins = (worker: Worker): Promise<boolean> =>
  new Promise((done) => {
    worker.onmessage = () => done(true);
    worker.onerror = () => done(false);
  });

/** A worker made of a text; null where that is forbidden. */
async function workerOfText(name: Script): Promise<Worker | null> {
  if (globalThis.workerScript?.[name] === undefined) await script(`${name}.js`);
  try {
    const worker = new Worker(addressOf(name));
    return (await begins(worker)) ? worker : null;
  } catch {
    return null;
  }
}

/** A worker that searches. */
async function made(name: Script): Promise<Worker> {
  const worker = isAllowed ? await workerOfText(name) : null;
  if (worker !== null) return worker;
  isAllowed = false;
  return new Worker(`${name}.js`);
}

/** Whether this runs in a page, and not in one of its workers. */
export const isPage = typeof document !== 'undefined';

/** The first worker begins before the rest of the page's script runs, and not after it. */
let first: Promise<Worker> | null = isPage ? made('explorer') : null;

/** A worker that searches. */
export function searcher(name: Script): Promise<Worker> {
  if (name !== 'explorer' || first === null) return made(name);
  const ready = first;
  first = null;
  return ready;
}
