import type { Actor } from '../system/vocabulary.ts';
import { both, type Condition } from './conditions.ts';
import { groupsOf } from './edge-events.ts';
import { threadMachine } from './lifecycles.ts';
import { partOf, type NamedPart } from './object-parts.ts';
import { complain } from './parse.ts';
import { interruptible, type ThreadEdge } from './places.ts';
import { actorNamed, guards, running, type Setting } from './setting.ts';
import { names, type Way } from './steps.ts';
import { theOnly, writtenName, type Body } from './world.ts';

/** What a step is in the file: who does it, where, what is called. */
export type Said = { readonly thread: string; readonly line: number; readonly text: string };

/** A step with the name that it would like to have. */
export type Draft = {
  readonly name: string;
  readonly actor: string;
  readonly moves: Readonly<Record<string, string>>;
  readonly also: Readonly<Record<string, string>>;
  readonly when: Condition;
  readonly said: Said;
  /** What the thread does in it; null where it begins. */
  readonly edge: ThreadEdge | null;
};

/** A thread as a part, who acts in it, and its steps. */
export type ThreadParts = {
  readonly part: NamedPart;
  readonly actors: Readonly<Record<string, Actor>>;
  readonly drafts: readonly Draft[];
};

/** @throws Misuse for a thread that does nothing, or lacks what it runs around */
export function partsOfThread(setting: Setting, body: Body): ThreadParts {
  const { name, item } = body;
  const graphOfBody = setting.places.get(name)!;
  const { events, first } = groupsOf(graphOfBody.edges);
  const isRewound = item.place !== null && graphOfBody.ends;
  const beginnings = [beginning(setting, body), ...interruptions(setting, body)];
  if (graphOfBody.states.length === 0)
    complain(setting.world.file.source, item.at, `'${name}' does nothing`);
  return {
    part: partOf(setting, name, threadMachine(graphOfBody, events, isRewound)),
    actors: actorsOf(setting, body),
    drafts: [
      ...beginnings,
      ...[...first].flatMap(([event, edge]) => draftsOf(setting, body, event, edge)),
    ],
  };
}

/** A thread acts as four: it starts, goes on, waits in a queue, and stays away as it likes. */
function actorsOf(setting: Setting, { name, kind }: Body): Record<string, Actor> {
  const { queued } = setting.world;
  const comes = kind.starts === 'weak' && (kind.queued !== true || queued.has(name));
  return {
    [actorNamed(setting, `${name}_start`)]: { fair: comes ? 'weak' : 'none' },
    [actorNamed(setting, name)]: { fair: 'weak' },
    [actorNamed(setting, `${name}_lock`)]: {
      fair: 'strong',
      because: 'waiters are served in the order of the queue',
    },
    [actorNamed(setting, `${name}_free`)]: { fair: 'none' },
  };
}

/** What moves when a thread begins. */
function beginMoves({ world, queues }: Setting, { name, kind, on }: Body): Record<string, string> {
  const isPending = kind.queued === true && world.queued.has(name);
  return {
    [name]: 'begin',
    ...(isPending ? { [names.pending(name)]: 'begin' } : {}),
    ...(on !== null && queues.has(on) ? { [on]: `begin.${name}` } : {}),
  };
}

/** The step in which a thread begins. */
function beginning(setting: Setting, body: Body): Draft {
  const { name, kind, item } = body;
  const around = aroundOf(setting, body);
  const moves = beginMoves(setting, body);
  return {
    name: `${name}_begins`,
    actor: `${name}_start`,
    moves: around === null ? moves : { ...moves, [around.object]: around.begin },
    also: {},
    when: running(setting, name, beginsWhen(setting, kind)),
    said: {
      thread: name,
      line: item.at.line,
      text: around?.says ?? `${kind.name} ${writtenName(body)} begins`,
    },
    edge: null,
  };
}

/** What must hold of the objects of which the file has one for a thread to begin. */
function beginsWhen({ world }: Setting, { when }: Body['kind']): Condition {
  return Object.fromEntries(
    (when ?? []).flatMap(([ref, state]) => {
      const isOnly = typeof ref === 'object' && 'the' in ref;
      const thing = isOnly ? theOnly(ref.the, world) : undefined;
      return thing === undefined ? [] : [[thing.name, state] as const];
    }),
  );
}

/** A handler begins on the CPU of each thread that it may interrupt. */
function interruptions(setting: Setting, body: Body): readonly Draft[] {
  const { world, places, victims } = setting;
  const { name, kind, item } = body;
  return (victims.get(name) ?? []).map((victim) => {
    const states = places
      .get(victim)!
      .states.filter((state) =>
        interruptible(world.language, body, world.bodies.get(victim)!, state),
      );
    return {
      name: `${name}_interrupts_${victim}`,
      actor: `${name}_start`,
      moves: { ...beginMoves(setting, body), [`${name}_cpu`]: `interrupt.${victim}` },
      also: {},
      when: { [victim]: states.map((state) => state.name) },
      said: {
        thread: name,
        line: item.at.line,
        text: `${kind.name} ${name} interrupts ${victim}`,
      },
      edge: null,
    };
  });
}

/** The object around a thread, and what it takes when the thread begins and ends. */
type Around = {
  readonly object: string;
  readonly begin: string;
  readonly end: string;
  readonly says: string;
};

/** The object that moves when a thread of this kind begins and ends. @throws Misuse */
function aroundOf({ world }: Setting, { kind, item }: Body): Around | null {
  if (kind.around === undefined) return null;
  const { type, begin, end, says } = kind.around;
  const object = theOnly(type, world);
  if (object !== undefined) return { object: object.name, begin, end, says };
  const what = `a ${kind.name} needs a ${type}, and the file has none`;
  return complain(world.file.source, item.at, what);
}

/** An edge of a thread as steps of the system: one, or one for each older ticket. */
function draftsOf(setting: Setting, body: Body, event: string, edge: ThreadEdge): readonly Draft[] {
  const { name, kind } = body;
  const { way, line, text, within } = edge;
  const own = way.strong ? `${name}_lock` : name;
  const call = `${name}_${line}_${text.split(/[(:]/)[0]!.trim().slice(0, 40)}`;
  const draft: Draft = {
    name: call,
    actor: way.favour || (kind.free === true && !within) ? `${name}_free` : own,
    ...edgeMoves(setting, body, event, edge),
    when: running(setting, name, guards(setting, name, way)),
    said: { thread: name, line, text },
    edge,
  };
  if (way.queued !== null)
    return queuedFor(setting, name, way.queued).map((queued) => ({
      ...draft,
      when: both(draft.when, queued),
    }));
  if (way.yields === null) return [draft];
  return olderThan(setting, name, way.yields).map(([other, when]) => ({
    ...draft,
    name: `${call}_EDEADLK`,
    actor: name,
    when: both(draft.when, when),
    said: { ...draft.said, text: `${text}: ${other} is older` },
  }));
}

/** What an edge moves; at its end a thread also gives back its queue, its CPU and its object. */
function edgeMoves(
  setting: Setting,
  body: Body,
  event: string,
  { way, ends }: ThreadEdge,
): Pick<Draft, 'moves' | 'also'> {
  const { name, on } = body;
  const moves = { [name]: event, ...way.moves };
  if (!ends) return { moves, also: { ...way.also } };
  const around = aroundOf(setting, body);
  return {
    moves: {
      ...moves,
      ...(on !== null && setting.queues.has(on) ? { [on]: `done.${name}` } : {}),
      ...(around === null ? {} : { [around.object]: around.end }),
    },
    also: { ...way.also, ...(setting.victims.has(name) ? { [`${name}_cpu`]: 'return' } : {}) },
  };
}

/** Everybody who may stand in the queue for a lock, and where they are then. */
const queuedFor = ({ places }: Setting, thread: string, lock: string): readonly Condition[] =>
  [...places].flatMap(([other, { states }]) => {
    const there = states.filter((state) => state.queuedFor === lock).map(({ name }) => name);
    return other === thread || there.length === 0 ? [] : [{ [other]: there }];
  });

/** Everybody to whom a ticket gives way, and where they are then. */
function olderThan(
  { world, places, ages }: Setting,
  thread: string,
  { lock, to, held }: NonNullable<Way['yields']>,
): readonly (readonly [other: string, when: Condition])[] {
  return world.ticketed
    .filter((other) => other !== thread)
    .flatMap((other): readonly (readonly [string, Condition])[] => {
      const older = ages
        .filter(
          ([, order]) => order.includes(other) && order.indexOf(other) < order.indexOf(thread),
        )
        .map(([state]) => state);
      const { states, edges } = places.get(other)!;
      if (to === 'holder') {
        const takes = edges.some(({ way }) => way.moves[lock] === `take.${other}`);
        return takes ? [[other, { [lock]: names.holder(other), [names.tickets]: older }]] : [];
      }
      const waiting = states.filter(({ waitsFor }) => waitsFor !== null && held.includes(waitsFor));
      const there = waiting.map((state) => state.name);
      return there.length === 0 ? [] : [[other, { [other]: there, [names.tickets]: older }]];
    });
}
