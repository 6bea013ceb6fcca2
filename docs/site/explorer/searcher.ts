declare global {
  var workerText: string | undefined;
}

let address: Promise<string> | null = null;

/**
 * Where the worker's script is: beside the page or, where the page was opened as a file, made of a
 * text that a script brings.
 */
function whereabouts(): Promise<string> {
  if (location.protocol !== 'file:') return Promise.resolve('worker.js');
  return new Promise((done, failed) => {
    const script = document.createElement('script');
    script.src = 'worker-text.js';
    script.onload = () => {
      done(
        URL.createObjectURL(new Blob([globalThis.workerText ?? ''], { type: 'text/javascript' })),
      );
    };
    script.onerror = () => {
      failed(new Error('worker-text.js is missing'));
    };
    document.head.append(script);
  });
}

/** A worker that searches. */
export async function searcher(): Promise<Worker> {
  return new Worker(await (address ??= whereabouts()));
}
