import { existsSync, readFileSync } from 'node:fs';
import { Converter, JSX, PageEvent, ReferenceType, ReflectionKind, RendererEvent } from 'typedoc';

const file = new URL('../generated/site.json', import.meta.url);

/**
 * Puts the state chart on the page of each lifecycle and says its type in one line; leads from
 * every page to the explorer.
 * @param {import('typedoc').Application} app
 */
export function load(app) {
  const { charts, titles, order, bar, head } = existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8'))
    : { charts: {}, titles: {}, order: [], bar: '', head: '' };
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, (context) => {
    // Rows have pages of their own, step by step: their variables would say nothing more.
    for (const namespace of context.project.getReflectionsByKind(ReflectionKind.Namespace))
      if (namespace.name === 'rows') context.project.removeReflection(namespace);
    for (const reflection of context.project.getReflectionsByKind(ReflectionKind.Variable)) {
      if (charts[reflection.name] !== undefined)
        reflection.type = ReferenceType.createBrokenReference(
          'StateMachine',
          context.project,
          'xstate',
        );
    }
  });
  const top = (context) => '../'.repeat(context.page.url.split('/').length - 1);
  app.renderer.hooks.on('head.end', (context) =>
    JSX.createElement(JSX.Raw, {
      html:
        head.replaceAll('{up}', top(context)) +
        `<link rel="stylesheet" href="${top(context)}assets/documents.css">`,
    }),
  );
  app.renderer.hooks.on('content.end', (context) => {
    const { name } = context.page.model;
    const chart = charts[name];
    if (
      chart === undefined ||
      !context.page.model.kindOf?.([ReflectionKind.Variable, ReflectionKind.Function])
    )
      return JSX.createElement(JSX.Fragment, null);
    const text = (ending, words) =>
      `<a href="${top(context)}charts/${name}.${ending}">${words}</a>`;
    return JSX.createElement(JSX.Raw, {
      html:
        `<h2>Chart</h2>${chart.chart}<p>${text('svg', 'Full size')}, and as text: ` +
        `${text('mmd', 'Mermaid')}, ${text('dot', 'DOT')}. <a href="${top(context)}` +
        `documents/Lifecycles.${chart.page}.html#${name.toLowerCase()}">Its states and ` +
        `edges</a>, each with its law and source.</p>`,
    });
  });
  // Documents stand in the order in which to read them.
  app.renderer.on(RendererEvent.BEGIN, ({ project }) => {
    const place = new Map(order.map((page, at) => [titles[page], at]));
    const byPlace = (a, b) => (place.get(a.name) ?? 99) - (place.get(b.name) ?? 99);
    for (const { children } of project.groups ?? [])
      if (children.every((one) => one.isDocument?.())) children.sort(byPlace);
    project.documents?.sort(byPlace);
  });
  app.renderer.on(PageEvent.END, (page) => finished(app, page, { bar, titles }));
}

/**
 * The page with the bar of this site in the place of TypeDoc's, and mended: its own search stands
 * where its script looks for it and is never shown; nothing runs in the page itself; a heading that
 * opens a list holds no link and no button; rows that are looked up have a place.
 */
function framed(html, bar) {
  const search = /<button id="tsd-search-trigger"[^]*?<\/dialog>/.exec(html)?.[0] ?? '';
  return (
    html
      .replace(/<header class="tsd-page-toolbar">[^]*?<\/header>/, () => bar + hidden(search))
      .replace(
        /<script async src="[^"]*assets\/search\.js"[^>]*><\/script>/,
        () => '<script type="text/plain" id="tsd-search-script"></script>',
      )
      .replace(/<script>document\.documentElement\.dataset\.theme[^]*?<\/script>/, '')
      // What opens a list is one control: the link to the heading inside of it is none.
      .replaceAll(
        /(<summary[^>]*>)([^]*?)(<\/summary>)/g,
        (_, open, inside, close) =>
          open + inside.replace(/<a [^>]*class="tsd-anchor-icon"[^]*?<\/a>/g, '') + close,
      )
  );
}

/** Gives rows that are looked up by the name in their first cell an id. */
const rowIds = (html) =>
  html.replaceAll(/<tr>\s*<td>(<code>)?([^]*?)<\/td>/g, (whole, code, inside) => {
    const name = inside
      .replace(/<[^>]*>/g, '')
      .replace(/\([^]*/, '')
      .trim()
      .replace(/[^\w.-]+/g, '-');
    return name === '' ? whole : whole.replace('<td>', `<td id="${name}">`);
  });
const looked = {
  'documents/Calls.html': rowIds,
  'documents/Glossary.html': rowIds,
  'documents/Kernel_functions.html': rowIds,
};

const hidden = (search) => `<div hidden>${search}</div>`;

/**
 * A page as it is written: links of the header are written as they are given, whatever the page, and
 * ids that are no headings are not known to TypeDoc.
 */
function finished(app, page, { bar, titles }) {
  if (page.contents === undefined) return;
  const up = '../'.repeat(page.url.split('/').length - 1);
  page.contents = framed(page.contents, bar.replaceAll('{up}', up))
    .replaceAll(/href="(?:explorer\/index\.html|#explorer)"/g, `href="${up}explorer/index.html"`)
    .replaceAll(/href="#explore\/([^"]+)"/g, `href="${up}explorer/index.html#$1"`)
    .replace(
      '<div class="page-menu"',
      '<div class="page-menu" role="navigation" aria-label="On this page"',
    )
    .replaceAll(
      /<h4 class="tsd-([\w-]+)-title"/g,
      '<h4 role="heading" aria-level="2" class="tsd-$1-title"',
    )
    // A cell that heads nothing is no header.
    .replaceAll(/<th([^>]*)>\s*<\/th>/g, '<td$1></td>')
    .replaceAll(/<h3>(Settings|On This Page)/g, '<h3 role="heading" aria-level="2">$1')
    .replace('<div class="col-content"', '<div class="col-content" id="ff-content" role="main"')
    .replace('<nav id="tsd-sidebar-links"', '<nav id="tsd-sidebar-links" aria-label="Elsewhere"')
    .replace(/<tbody>[^]*/, (rest) => (looked[page.url] ?? ((text) => text))(rest))
    .replaceAll(/href="#to\/([\w-]+)\/([^"]*)"/g, (_, to, id) => {
      const target = page.project.documents?.find(({ name }) => name === titles[to]);
      if (target === undefined) throw new Error(`there is no page '${to}'`);
      return `href="${up}${app.renderer.router.getFullUrl(target)}#${id}"`;
    });
  page.contents = levelled(named(page.contents));
}

/** The link to a heading is named by it: a list of links says more than "Permalink" again and again. */
function named(html) {
  return html.replaceAll(
    /(<h[1-6][^>]*>)((?:(?!<\/h[1-6]>)[^])*?) aria-label="Permalink"/g,
    (_, open, inside) => {
      const words = inside.replace(/<a [^>]*$/, '').replace(/<[^>]*>/g, '');
      return `${open}${inside} aria-label="Link to ${words.trim().replaceAll('"', '&quot;')}"`;
    },
  );
}

/**
 * Headings of which none is more than one level below the one that it stands under: TypeDoc leaves
 * out levels where a page has little to say.
 */
function levelled(html) {
  const above = [{ level: 0, told: 0 }];
  return html.replaceAll(/<h([1-6])([^>]*)>/g, (whole, tag, rest) => {
    const said = /aria-level="(\d)"/.exec(rest)?.[1];
    const level = Number(said ?? tag);
    while (above.at(-1).level >= level) above.pop();
    const told = Math.min(level, above.at(-1).told + 1);
    above.push({ level, told });
    if (told === level) return whole;

    const others = rest.replace(/ role="heading"| aria-level="\d"/g, '');
    return `<h${tag} role="heading" aria-level="${told}"${others}>`;
  });
}
