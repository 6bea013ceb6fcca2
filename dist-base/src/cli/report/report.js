import { relative } from 'node:path';
/** A file as a relative URI reference. */
export const uriOf = (file) => relative('.', file)
    .replaceAll('\\', '/')
    .split('/')
    .map((name) => encodeURIComponent(name.toWellFormed()))
    .join('/') || '.';
/** Where a citation can be read. */
export function helpUri({ file }) {
    if (file === null)
        return null;
    const page = /^Documentation\/(.*)\.rst$/.exec(file)?.[1];
    return page !== undefined
        ? `https://docs.kernel.org/${encodeURI(page.toWellFormed())}.html`
        : `https://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git/tree/${encodeURI(file.toWellFormed())}`;
}
//# sourceMappingURL=report.js.map