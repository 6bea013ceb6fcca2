import { hasNoRun, type Finding } from '../check/finding.ts';

/**
 * A finding that is told, and those that are only named beside it, each with the steps that it
 * takes more.
 */
export type Told = {
  readonly finding: Finding;
  readonly also: readonly { readonly promise: string; readonly more: readonly string[] }[];
};

/**
 * One finding for each way to break something. Named beside it: promises that are broken by the
 * same run, by a run of few steps more, or by the same run of another job.
 */
export function told(findings: readonly Finding[]): Told[] {
  const groups: { finding: Finding; also: { promise: string; more: readonly string[] }[] }[] = [];
  for (const finding of findings) {
    if (finding.verdict === 'finite' || finding.verdict === 'incomplete') continue;

    const same = groups.flatMap((group) => {
      const more = stepsBeyond(group.finding, finding);
      return more === null ? [] : [{ group, more }];
    })[0];
    if (same === undefined) groups.push({ finding, also: [] });
    else same.group.also.push({ promise: finding.promise, more: same.more });
  }
  return groups;
}

/**
 * The steps that the longer run has and the shorter one does not, at most two; null where they are
 * different runs.
 */
function stepsBeyond(shorter: Finding, longer: Finding): string[] | null {
  if (shorter.verdict !== longer.verdict || hasNoRun(shorter) || hasNoRun(longer)) return null;
  if (shorter.of === longer.of && shorter.run.length === longer.run.length) return [];

  const more = longer.run.map(({ step }) => step);
  for (const { step } of shorter.run) {
    const place = more.indexOf(step);
    if (place < 0) return null;
    more.splice(place, 1);
  }
  return more.length > 2 ? null : more;
}
