import { sealed, type Program, type Step } from '../../src/system/program.ts';

/**
 * Systems in which the members of a family are no longer alike, though their names are: one step of
 * one member is missing, lacks a guard or an optional move, or its actor is less fair.
 */
export function lopsided(program: Program): Program[] {
  const many = program.promises.some(
    ({ of }, p) => program.promises.findIndex((other) => other.of === of) !== p,
  );
  if (!many) return [];
  const without = (s: number, less: Partial<Step> | null): Program =>
    sealed({
      ...program,
      steps: program.steps.flatMap((step, other) => {
        if (other !== s) return [step];
        return less === null ? [] : [{ ...step, ...less }];
      }),
    });
  const lessFair = (actor: number): Program =>
    sealed({
      ...program,
      actors: program.actors.map((one, a) => (a === actor ? { ...one, fair: 'none' } : one)),
    });
  return [
    ...program.steps.flatMap((step, s) => {
      if (!/\[/.test(step.name)) return [];
      return [
        without(s, null),
        ...(step.when.length > 0 ? [without(s, { when: step.when.slice(1) })] : []),
        ...(step.also.length > 0 ? [without(s, { also: [] })] : []),
      ];
    }),
    ...program.actors.flatMap(({ name }, actor) => (/\[/.test(name) ? [lessFair(actor)] : [])),
  ];
}
