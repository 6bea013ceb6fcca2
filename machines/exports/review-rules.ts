import { rules } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';

/** Groups of rules in the order in which a reviewer reads them, by how their ids begin. */
const groups: readonly (readonly [title: string, families: readonly string[]])[] = [
  ['The contract between drivers', ['CDC']],
  ['One fence', ['F', 'I']],
  ['Jobs', ['J', 'SCHED', 'E']],
  ['Reservation objects', ['R']],
  ['Locks and waits', ['L', 'LOCK', 'WAIT', 'WQ', 'IRQ', 'PM', 'RCU']],
  ['Reclaim, page faults and notifiers', ['S', 'G']],
  ['Page faults beside fences', ['O', 'P2']],
  ['Shared buffers', ['D']],
  ['Pinned memory', ['P']],
];

const familyOf = (id: string): string => id.split('-')[0]!;

/**
 * Every rule that a diff can break, as Markdown for reviewers of patches, by hand or by machine:
 * what to look for, a wrong and a right shape, what is no violation, and which report it gives.
 */
export function reviewRules(): string {
  const sections = groups.flatMap(([title, families]) => {
    const members = Object.entries<Rule>(rules).filter(
      ([id, { review }]) => review !== null && families.includes(familyOf(id)),
    );
    return [`## ${title}`, '', ...members.flatMap(([id, rule]) => ruleText(id, rule))];
  });
  return `${[
    '# Rules of the Linux kernel for GPU fences, as a reviewer checks them',
    '',
    'Made by finite-fence from its rules. For each rule: what to look for in a diff, a wrong and a',
    'right shape in C that is of no driver, what looks like it and is no violation, and which',
    'report it would give. The code between the point where a fence is visible to others and',
    'dma_fence_signal() is called the signaling path: run_job, interrupts, completion workers, and',
    'the recovery from a timeout.',
    '',
    'Report a violation only with the two threads that meet: who holds what, who waits for what.',
    '',
    ...sections,
  ].join('\n')}`;
}

function ruleText(id: string, { says, quote, source, why, seen, enforced, review, instead }: Rule) {
  if (review === null) return [];
  const notices = enforced.map(({ by, how }) => `${by}, ${how}`).join('; ');
  return [
    `### ${id}: ${says}`,
    '',
    ...(quote === null ? [`Source: ${source}`] : [`> ${quote.says}`, '>', `> ${source}`]),
    '',
    why,
    '',
    `- **Look for:** ${review.look}.`,
    `- **No violation:** ${review.fine}.`,
    ...(seen === null ? [] : [`- **Report:** ${seen}.`]),
    `- **Who notices:** ${notices === '' ? 'nobody; review is the only check' : notices}.`,
    ...(instead === null ? [] : [`- **Instead:** ${instead}`]),
    '',
    'Wrong:',
    '',
    ...block(review.wrong),
    'Right:',
    '',
    ...block(review.right),
  ];
}

const block = (lines: readonly string[]): string[] => ['```c', ...lines, '```', ''];
