import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Room } from './random-diagrams.ts';

/** A mistake in a copy of the engine: `from` stands once in the file. */
export type Fault = {
  readonly name: string;
  readonly file: string;
  /** Whether random diagrams find it; else random systems must. */
  readonly inDiagrams?: true;
  /** Whether only systems find it whose members are alike in name only. */
  readonly onlyLopsided?: true;
  /** Whether only hulls of random sets find it. */
  readonly onlyHulls?: true;
  readonly from: string;
  readonly to: string;
};

export const faults: readonly Fault[] = [
  {
    name: 'strong fairness is taken for weak',
    file: 'hull.ts',
    from: "strong: fairness === 'strong'",
    to: 'strong: false',
  },
  {
    name: 'an optional move is taken for a required one',
    file: 'encode.ts',
    from: 'if (next >= 0) after[local] = next;',
    to: 'after[local] = next;',
  },
  {
    name: 'some of the guards over several parts are taken for all of them',
    file: 'encode.ts',
    from: 'return mask === everyOr ? 1 : 0;',
    to: 'return mask !== 0 || everyOr === 0 ? 1 : 0;',
  },
  {
    name: 'a step that leaves a state as it is is not seen as a cycle',
    file: 'returning.ts',
    from: 'own.some(([from, to]) => cycles[part]![from] === cycles[part]![to])',
    to: 'own.some(([from, to]) => from !== to && cycles[part]![from] === cycles[part]![to])',
  },
  {
    name: 'after the identity it is not closed again: the silent one',
    file: 'saturate.ts',
    inDiagrams: true,
    from: 'return saturateWithin(c, k, intersectionAt(d, k, node, within), within);',
    to: 'return intersectionAt(d, k, node, within);',
  },
  {
    name: 'a collection forgets the row of a saturation under way',
    file: 'diagrams.ts',
    inDiagrams: true,
    from: 'for (let t = 0; t < rows.growing[level]!; t++) need(row[places[t]!]!);',
    to: 'void row, places;',
  },
  {
    name: 'a collection forgets where a constrained saturation began',
    file: 'diagrams.ts',
    inDiagrams: true,
    from: 'need(rows.begun[level]!);',
    to: '',
  },
  {
    name: 'the cache keeps results whose nodes are gone',
    file: 'diagrams.ts',
    inDiagrams: true,
    from: '(needed[cache[entry + 1]!]! & needed[cache[entry + 2]!]! & needed[cache[entry + 4]!]!) === 0',
    to: 'false',
  },
  {
    name: 'a full child is never left for the queue',
    file: 'saturate.ts',
    inDiagrams: true,
    from: 'if (bound === 0 || row[to] === bound) continue;',
    to: 'if (bound === 0 || (bound > 0 && row[to] !== 0)) continue;',
  },
  {
    name: 'a local state that changed is followed once only',
    file: 'saturate.ts',
    inDiagrams: true,
    from: `      if (row[to] === 0) places[growing[k]!++] = to;
      row[to] = both;
      if (queued[to] === 1) continue;
      queued[to] = 1;
      queue[tail] = to;
      if (++tail === queue.length) tail = 0;
    }
  }
  return taken(d, k);
}

/** Where a relation leads from a closed node, closed again. */`,
    to: `      const known = row[to] !== 0;
      if (row[to] === 0) places[growing[k]!++] = to;
      row[to] = both;
      if (known || queued[to] === 1) continue;
      queued[to] = 1;
      queue[tail] = to;
      if (++tail === queue.length) tail = 0;
    }
  }
  return taken(d, k);
}

/** Where a relation leads from a closed node, closed again. */`,
  },
  {
    name: 'weak fairness forgets that an actor with nothing to do is served',
    file: 'hull.ts',
    from: 'union(d, difference(d, set, enabled), acts)',
    to: 'acts',
  },
  {
    name: 'what leads to a goal is looked for beside it alone',
    file: 'hull.ts',
    from: 'closeWithin(closure!, next, rest)',
    to: 'next',
  },
  {
    name: 'strong fairness is owed everywhere',
    file: 'hull.ts',
    from: 'const asked = strong ? enabled : set;',
    to: 'const asked = set;',
  },
  {
    name: 'forwards it is looked where states lead',
    file: 'hull.ts',
    onlyHulls: true,
    from: 'const by = forwards ? steps : back;',
    to: 'const by = back;',
  },
  {
    name: 'a set is taken apart where a live step leads from block to block',
    file: 'returning.ts',
    onlyHulls: true,
    from: 'cycleOf(size, pairs[part]!)',
    to: 'cycleOf(size, [])',
  },
  {
    name: 'of the blocks of a set the first alone is asked',
    file: 'hull.ts',
    onlyHulls: true,
    from: 'if (h.any && found !== 0) break;',
    to: 'break;',
  },
  {
    name: 'a dead step is left out although it lives',
    file: 'hull.ts',
    from: 'imageWithin(r, set, back[s]!, set)) !== 0',
    to: 'imageWithin(r, set, back[s]!, set)) > 1e9',
  },
  {
    name: 'the environment helps where it must not',
    file: 'answer.ts',
    from: 'closeWithin(ours ? backOurs : backAll,',
    to: 'closeWithin(backAll,',
  },
  {
    name: 'of several shortest runs the last is told',
    file: 'runs.ts',
    from: 'for (let s = 0; s < program.steps.length; s++) {',
    to: 'for (let s = program.steps.length - 1; s >= 0; s--) {',
  },
  {
    name: 'a bottom component is one that something leads to',
    file: 'bottom.ts',
    from: 'if (beyond === 0) return { bottom, leading };',
    to: 'if (beyond === 0 || bottom !== from) return { bottom, leading };',
  },
  {
    name: 'a fair component is all that a state leads to',
    file: 'lasso.ts',
    from: 'closeWithin(onAll, state, closeWithin(backAll, state, set))',
    to: 'closeWithin(onAll, state, set)',
  },
  {
    name: 'a guess at a symmetry is not checked',
    file: 'alike.ts',
    onlyLopsided: true,
    from: 'return kept && isSame(symmetry, promise.pending, other.pending) ? symmetry : null;',
    to: 'return symmetry;',
  },
  {
    name: 'members whose names are alike are taken to be alike',
    file: 'alike.ts',
    onlyLopsided: true,
    from: 'return asFair ? first : null;',
    to: 'return first;',
  },
];

/** The engine with a mistake in it. */
export type Faulty = Room & {
  readonly engine: typeof import('../../src/symbolic/engine.ts');
  readonly hull: typeof import('../../src/symbolic/hull.ts');
  readonly session: typeof import('../../src/symbolic/session.ts');
  readonly remove: () => void;
};

const src = new URL('../../src/', import.meta.url).pathname;

/** A copy of the room, which imports the other rooms from where they are. @throws where a fault does not fit */
export async function faulty(fault: Fault): Promise<Faulty> {
  const folder = mkdtempSync(join(tmpdir(), 'finite-fence-faulty-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    for (const file of readdirSync(join(src, 'symbolic'))) {
      const text = readFileSync(join(src, 'symbolic', file), 'utf8');
      if (file === fault.file && text.split(fault.from).length !== 2)
        throw new Error(`'${fault.name}' does not stand once in ${fault.file}`);
      const changed = file === fault.file ? text.replace(fault.from, () => fault.to) : text;
      writeFileSync(join(folder, file), changed.replaceAll("from '../", `from '${src}`));
    }
    const load = async (file: string) =>
      (await import(pathToFileURL(join(folder, file)).href)) as never;
    return {
      diagrams: await load('diagrams.ts'),
      sets: await load('sets.ts'),
      relations: await load('relations.ts'),
      saturate: await load('saturate.ts'),
      engine: await load('engine.ts'),
      hull: await load('hull.ts'),
      session: await load('session.ts'),
      remove,
    };
  } catch (error) {
    remove();
    throw error;
  }
}
