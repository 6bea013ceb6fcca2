/** The command line of `npm run kernel`. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { unknown } from '../../../src/system/misuse.ts';
import { seeds } from '../seeds/index.ts';
import { mistakes } from '../seeds/mock-gpu.ts';
import { checkout } from './linux.ts';
import { everything, type Options } from './outcome.ts';

export const help = `npm run kernel -- [OPTIONS]

Builds User Mode Linux from Debian's linux-source, leads it along the paths
of the model, runs the kernel's own suites, and seeds bugs. With
FINITE_FENCE_LINUX=DIR it takes a kernel tree of your own; no file of it is
changed. All that is made lies in .kernel, or in FINITE_FENCE_KERNEL_DIR=DIR.
  --only GLOB          suites of KUnit, as kunit.filter_glob has them
  --kernel 6.12|6.1    one of the two; bugs are seeded in 6.12 if both are run
  --seeds N,N|none     bugs seeded in the kernel (all)
  --mistakes N,N|none  mistakes of the mock GPU (all)
  --threads PART|none  files of threads whose names have this part (all)
  --matrix             every suite for every bug, not the one that should kill it
  --traces             which seeded bugs the log of tracepoints names
  --smp                the second bench in place of all this: x86 with several
                       processors under qemu; --threads names what is asked
  --write              write the tables of docs/kernel-bench.md
Exit code: 0 all is as expected, 1 something is not, 2 a misuse, 3 time was
over before the rest had answered.
`;

const valued = ['--only', '--kernel', '--seeds', '--mistakes', '--threads'] as const;
const flags = ['--matrix', '--write', '--smp', '--traces'] as const;
/** What the second bench takes besides `--smp`. */
const ofSeveral: readonly string[] = ['--smp', '--kernel', '--threads', '--write'];

/** Values by option, `''` for a flag; or what is wrong. */
function read(args: readonly string[]): ReadonlyMap<string, string> | string {
  const given = new Map<string, string>();
  for (let at = 0; at < args.length; at++) {
    const name = args[at]!;
    const takes = (valued as readonly string[]).includes(name);
    if (!takes && !(flags as readonly string[]).includes(name))
      return `${unknown(name.startsWith('-') ? 'option' : 'word', name, [...valued, ...flags, '--help'])}`;
    if (given.has(name)) return `${name} is given twice.`;
    const value = takes ? args[++at] : '';
    if (value === undefined || value.startsWith('--') || (takes && value === ''))
      return `${name}: a value is missing; --help says which.`;
    given.set(name, value);
  }
  return given;
}

function numbersOf(
  text: string | undefined,
  allowed: readonly number[],
  name: string,
): readonly number[] | string {
  if (text === undefined || text === 'all') return allowed;
  if (text === 'none') return [];
  const words = text.split(',');
  const strange = words.find((word) => !/^\d+$/.test(word) || !allowed.includes(Number(word)));
  if (strange === undefined) return words.map(Number);
  const range = `${allowed[0]} to ${allowed.at(-1)}, with gaps`;
  return `${name} ${text}: there is no '${strange}'; expected none, all, or numbers (${range}).`;
}

/** Which files of threads: none where a single suite is asked for, unless they are named. */
function threadsOf(part: string | undefined, only: string | undefined): string | null {
  if (part === 'none' || (part === undefined && only !== undefined)) return null;
  return part === undefined || part === 'all' ? '' : part;
}

/** Whether a file of threads, or a side of one, has this part in its name. */
const hasThreads = (part: string): boolean =>
  readdirSync(join(checkout, 'machines/litmus/fixes')).some((file) =>
    ['before', 'after'].some((side) => `litmus_${file.slice(0, 3)}_${side} ${file}`.includes(part)),
  );

/** What is asked, and on which bench; or what is wrong, in a line. */
export type Asked = Options & { readonly smp: boolean };

/** What goes wrong between options, in a line; null: nothing. */
function amiss(given: ReadonlyMap<string, string>, own: string | undefined): string | null {
  const kernel = given.get('--kernel');
  if (kernel !== undefined && own !== undefined)
    return '--kernel names a kernel of Debian, and FINITE_FENCE_LINUX a tree: take one of the two.';
  if (kernel !== undefined && !['6.12', '6.1'].includes(kernel))
    return `--kernel ${kernel}: expected 6.12 or 6.1.`;
  const smp = given.has('--smp');
  const odd = [...given.keys()].find((name) => !ofSeveral.includes(name));
  if (smp && odd !== undefined) return `${odd} does not go with --smp.`;
  const part = given.get('--threads') ?? 'all';
  if (!smp && !['all', 'none'].includes(part) && !hasThreads(part))
    return `--threads ${part}: no file of machines/litmus/fixes has this in its name.`;
  return null;
}

/** Reads the command line. `own`: the tree that FINITE_FENCE_LINUX names. */
export function optionsOf(args: readonly string[], own: string | undefined): Asked | string {
  const given = read(args);
  if (typeof given === 'string') return given;
  const wrong = amiss(given, own);
  if (wrong !== null) return wrong;
  const numbers = (name: string, allowed: readonly { readonly n: number }[]) =>
    numbersOf(
      given.get(name),
      allowed.map(({ n }) => n).toSorted((a, b) => a - b),
      name,
    );
  const wanted = numbers('--seeds', seeds);
  if (typeof wanted === 'string') return wanted;
  const mistaken = numbers('--mistakes', mistakes);
  if (typeof mistaken === 'string') return mistaken;
  const [only, kernel] = [given.get('--only'), given.get('--kernel')];
  return {
    only: only ?? everything,
    series: kernel === undefined ? ['6.12', '6.1'] : [kernel],
    seeds: wanted,
    mistakes: mistaken,
    threads: threadsOf(given.get('--threads'), only),
    matrix: given.has('--matrix'),
    traces: given.has('--traces'),
    own: only === undefined,
    write: given.has('--write'),
    smp: given.has('--smp'),
  };
}
