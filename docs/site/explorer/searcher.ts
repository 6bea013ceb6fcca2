declare global {
  var workerText: Readonly<Record<string, string>> | undefined;
  /** A worker that the first line of the script has made, so that it begins while the page does. */
  var firstWorker: Worker | undefined;
}

/** The scripts of workers; each is the page's own or stands beside it. */
type Script = 'explorer' | 'gallery';

const addresses = new Map<Script, Promise<string>>();

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

/**
 * Where a worker's script is: beside the page or, where the page was opened as a file, made of a
 * text that a script brings, since a file may load scripts and no workers.
 */
async function whereabouts(name: Script): Promise<string> {
  if (location.protocol !== 'file:') return `${name}.js`;
  await script(`${name}-text.js`);
  const text = globalThis.workerText?.[name] ?? '';
  return URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
}

/** A worker that searches. */
export async function searcher(name: Script): Promise<Worker> {
  const first = globalThis.firstWorker;
  if (name === 'explorer' && first !== undefined) {
    globalThis.firstWorker = undefined;
    return first;
  }
  let address = addresses.get(name);
  if (address === undefined) addresses.set(name, (address = whereabouts(name)));
  return new Worker(await address);
}
