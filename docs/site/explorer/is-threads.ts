/** Whether a text is one of threads: it begins with `K` and a name, perhaps below comments. */
export const isThreads = (text: string): boolean =>
  /^(?:\s|\/\/.*\n|\/\*[^]*?\*\/)*[-+]?\s*K\b/.test(text);
