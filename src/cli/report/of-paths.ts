import type { Report } from './report.ts';

/** A path of a file, and why it no longer fits; null where it does. */
export type Fits = { readonly file: string; readonly path: string; readonly why: string | null };

const law = {
  id: 'path-fits',
  says: 'A path is possible in the system of its description, and the steps that it says are refused are refused.',
  file: null,
};

/** Paths that were taken again, as a report. */
export const reportOfPaths = (fits: readonly Fits[]): Report => ({
  suite: 'finite-fence paths',
  laws: [law],
  asked: fits.map(({ file, path, why }) => ({
    name: `${file}: ${path}`,
    problems:
      why === null
        ? []
        : [{ law: law.id, level: 'error', message: why, place: { file, line: 1, column: 1 } }],
  })),
});
