import type { Command } from 'commander';
import { instruments } from '../../machines/instrument.ts';
import { systemOf } from '../../machines/system.ts';
import type { Description } from '../../machines/description.ts';
import type { ClauseId } from '../../machines/ids.ts';
import { options } from '../../machines/options/index.ts';
import type { Ablation } from '../paths/clause.ts';
import { clauseFile, type NamedSystem } from '../paths/suite.ts';
import { withoutRecovery } from '../system/program.ts';
import { exit, type Exit } from './exit.ts';
import { ioOf, type Io } from './io.ts';
import { version } from './version.ts';

/** `finite-fence paths`. */
export function pathsCommand(program: Command, io: Io = ioOf(process), done: (code: Exit) => void = (code) => { process.exitCode = code; }): void {
  program.command('paths').argument('[DRIVER|OPTION]').action((name: string) => {
    const description: Description = { driver: name, options: [name as never] };
    const { systems, ablations } = ablationsOf(name, description);
    io.out(`${JSON.stringify(clauseFile({ name, version: version(), cover: 'clauses', systems, perPath: 10 }, ablations, { states: 1e6 }), null, 2)}\n`);
    done(exit.asExpected);
  });
}

/** For every clause that a description keeps: the system with it and without it, in the scenario in which the clause matters. */
export function ablationsOf(name: string, description: Description): { readonly systems: readonly NamedSystem[]; readonly ablations: readonly (readonly Ablation[])[] } {
  const systems = new Map<string, NamedSystem>();
  const system = (key: string, described: Description): NamedSystem => {
    let found = systems.get(key);
    if (found === undefined) systems.set(key, (found = { name: key, described, program: withoutRecovery(systemOf(described)) }));
    return found;
  };
  system(name, description);
  const without = description.without ?? [];
  const clauses = options.filter((option) => description.options?.includes(option.name as never)).flatMap((option) => option.clauses).filter((clause) => !without.includes(clause.name as never));
  const ablations = clauses.map((clause): Ablation[] => {
    const { in: scenario, ...instrument } = instruments[clause.name as ClauseId];
    const ablate = (key: string, here: Description): Ablation => ({
      system: key, clause, with: system(key, here).program, without: withoutRecovery(systemOf({ ...here, without: [...without, clause.name as ClauseId] })),
      instrument: { ...instrument, at: [...instrument.at] },
    });
    const there = Object.entries(scenario ?? {});
    return [ablate(name, description), ...(there.length === 0 ? [] : [ablate([name, ...there.map(([field, value]) => `${field} ${String(value)}`)].join(', '), { ...description, ...scenario })])];
  });
  return { systems: [...systems.values()], ablations };
}
