import { existsSync, readFileSync } from 'node:fs';
import { Converter, JSX, ReferenceType, ReflectionKind } from 'typedoc';

const file = new URL('../generated/charts.json', import.meta.url);

/** Puts the state chart on the page of each lifecycle, and says its type in one line. @param {import('typedoc').Application} app */
export function load(app) {
  const { style, charts } = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { style: '', charts: {} };
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, (context) => {
    for (const reflection of context.project.getReflectionsByKind(ReflectionKind.Variable)) {
      if (charts[reflection.name] !== undefined) reflection.type = ReferenceType.createBrokenReference('StateMachine', context.project, 'xstate');
    }
  });
  app.renderer.hooks.on('head.end', () => JSX.createElement('style', null, JSX.createElement(JSX.Raw, { html: style })));
  app.renderer.hooks.on('content.begin', (context) => {
    const chart = charts[context.page.model.name];
    if (chart === undefined || !context.page.model.kindOf?.([ReflectionKind.Variable, ReflectionKind.Function])) return JSX.createElement(JSX.Fragment, null);
    return JSX.createElement(JSX.Raw, { html: `<div class="ff-chart-box">${chart.svg}</div><p><a href="${context.urlTo(context.page.project)?.replace(/index\.html$/, '') ?? ''}charts/${chart.file}.svg">Full size</a>, and as text: <a href="${context.urlTo(context.page.project)?.replace(/index\.html$/, '') ?? ''}charts/${chart.file}.mmd">Mermaid</a>, <a href="${context.urlTo(context.page.project)?.replace(/index\.html$/, '') ?? ''}charts/${chart.file}.dot">DOT</a>.</p>` });
  });
}
