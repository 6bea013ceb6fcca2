import { el } from './dom.ts';
import type { SideTold, ThreadsTold } from './threads-told.ts';

/** What forbids what threads do, what lockdep would say, and where the file is from. */
export function threadsCards(told: ThreadsTold, side: SideTold): HTMLElement {
  return el('div', { class: 'cards' }, ...lawCard(side), lockdepCard(side), ...fromCard(told));
}

const card = (title: string, ...inside: readonly (HTMLElement | null)[]): HTMLElement =>
  el('div', { class: 'card' }, el('h3', {}, title), ...inside);

function lawCard({ law }: SideTold): HTMLElement[] {
  if (law === null) return [];
  return [
    card(
      'What forbids it',
      el('p', { class: 'law' }, el('a', { href: `../rules/${law.id}.html` }, law.id)),
      el('blockquote', {}, law.says),
      el('p', { class: 'source' }, law.file),
    ),
  ];
}

/** What the kernel's validator would say, in the words of the command line. */
function lockdepCard({ order }: SideTold): HTMLElement {
  const { kinds, reports, unseen, annotations, unreachable, because, isRead } = order;
  const first = reports.filter(
    ({ kind }, at) => reports.findIndex((other) => other.kind === kind) === at,
  );
  const more = reports.length - first.length;
  const lines = [
    ...(more === 0 ? [] : [`and ${more} ${more === 1 ? 'report' : 'reports'} more of these kinds`]),
    ...(isRead ? readingLines(unseen, annotations, unreachable, because) : []),
  ];
  return card(
    'Would lockdep have reported it?',
    el('p', { class: kinds[0] === 'silent' ? 'silent' : 'speaks' }, `lockdep: ${kinds.join(', ')}`),
    ...first.map(({ kind, text }) =>
      el('p', { class: 'chain' }, kinds.length > 1 ? `${kind}: ${text}` : text),
    ),
    ...lines.map((line) => el('p', { class: 'why' }, line)),
  );
}

function readingLines(
  unseen: readonly string[],
  annotations: readonly string[],
  unreachable: string | null,
  because: readonly string[],
): string[] {
  if (unreachable !== null) {
    const how = because.length === 0 ? '' : ` They could hang ${because.join('; or ')}.`;
    return [`It is ${unreachable}.${how}`];
  }
  const ending =
    annotations.length === 0
      ? 'No annotation of a thread that signals would make it speak.'
      : `It would speak with ${annotations.join('; or with ')}.`;
  return [...(unseen.length === 0 ? [] : [`It has no class for ${listed(unseen)}.`]), ending];
}

/** `a, b and c` */
const listed = (all: readonly string[]): string =>
  all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)!}`;

function fromCard({ cites, laws }: ThreadsTold): HTMLElement[] {
  if (cites.length === 0 && laws.length === 0) return [];
  const rules = laws.flatMap((id, at) => [
    ...(at === 0 ? [] : [', ']),
    el('a', { href: `../rules/${id}.html` }, id),
  ]);
  return [
    card(
      'Where it is from',
      ...cites.map((cite) => el('p', { class: 'why' }, cite)),
      laws.length === 0 ? null : el('p', { class: 'why' }, 'Rules: ', ...rules),
    ),
  ];
}
