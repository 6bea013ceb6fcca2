import type { Alternative, At, Operation, Ref, Touch } from './meaning.ts';
import { type Body } from './world.ts';
import {
  has,
  names,
  still,
  way,
  without,
  type Label,
  type Local,
  type Seen,
  type Site,
  type Way,
  type Where,
} from './steps.ts';
import { Locking } from './locking.ts';

/** By the name of an operation: what emits its instructions. */
type Meanings = {
  readonly [Do in Operation['do']]: (one: Operation & { readonly do: Do }, site: Site) => void;
};

/** Operations as instructions. */
export abstract class Operating extends Locking {
  /** What each operation becomes. */
  private readonly meanings: Meanings = {
    acquire: (one, site) => this.acquire(one, site),
    attempt: (one, site) => this.attempt(one, site),
    release: (one, site) => this.release(one, site),
    step: (one, site) => this.steps(one, site),
    read: (one, site) => this.read(one.of, site),
    gives: (one, site) => this.gives(one, site),
    enter: (one, site) => this.enter(one, site),
    leave: (one, site) => this.leave(one, site),
    raise: (one, site) => this.flag(one, site),
    lower: (one, site) => this.flag(one, site),
    clear: (one, site) => this.flag(one, site),
    unless: (one, site) => this.unless(one, site),
    under: (one, site) => this.under(one.flag, site, (inner) => this.operations(one.body, inner)),
    where: (one, site) => this.where(one, site),
    run: (one, site) => this.inline(this.body(one.of, site)!, { ...site, given: [], into: null }),
    each: (one, site) => {
      for (const body of this.bodiesOf(one.kind)) this.around(body, one, site);
    },
    'one of': (one, site) => this.oneOf(one, site),
    callbacks: (one, site) => this.callbacks(one.of, site),
    'remove callback': (one, site) => this.removeCallback(one, site),
    exec: (one, site) => this.exec(one, site),
    'add callback': (one, site) => this.addCallback(one, site),
    ticket: (one, site) => this.ticket(one, site),
  };

  /** Runs a body in place. */
  protected abstract inline(body: Body, site: Site): void;

  protected operations(list: readonly Operation[], site: Site): void {
    for (const one of list) this.operation(one, site);
  }

  private operation(one: Operation, site: Site): void {
    (this.meanings[one.do] as (one: Operation, site: Site) => void)(one, site);
  }

  private gives({ value }: Operation & { readonly do: 'gives' }, site: Site): void {
    if (site.into === null) return;
    this.emit({ is: 'set', to: site.into, value: { is: 'value', value }, place: site.place });
  }

  private leave(one: Operation & { readonly do: 'leave' }, site: Site): void {
    const class_ = this.classOf(one.class, site);
    if (class_ === null) return;
    this.step(site, (local) => [
      way({ held: without(local.held, (held) => held.of === null && held.class === class_) }),
    ]);
  }

  private unless({ flag, body }: Operation & { readonly do: 'unless' }, site: Site): void {
    if (site.up.includes(flag)) return;
    const up: Label = { at: -1 };
    this.emit({ is: 'flag', flag, up, place: site.place });
    this.operations(body, site);
    this.here(up);
  }

  private where(one: Operation & { readonly do: 'where' }, site: Site): void {
    const holds = this.words(one.of, site).some((word) => one.words.includes(word));
    this.operations(holds ? one.body : (one.else ?? []), site);
  }

  protected around(
    body: Body,
    {
      before,
      after,
    }: { readonly before?: readonly Operation[]; readonly after?: readonly Operation[] },
    site: Site,
  ): void {
    const own = { ...site, self: body.name };
    this.operations(before ?? [], own);
    this.inline(body, { ...site, given: [], into: null });
    this.operations(after ?? [], own);
  }

  protected under(flag: string, site: Site, body: (inner: Site) => void): void {
    this.flag({ do: 'raise', flag }, site);
    body({ ...site, up: [...site.up, flag] });
    this.flag({ do: 'lower', flag }, site);
  }

  protected removeCallback(
    { of, run }: Operation & { readonly do: 'remove callback' },
    site: Site,
  ): void {
    const part = names.callback(this.name(of, site)!, this.name(run, site)!);
    const set = (value: number): Way['sets'] => (site.into === null ? [] : [[site.into, value]]);
    this.step(site, () => [
      way({ moves: { [part]: 'run' }, sets: set(1) }),
      way({ when: { [part]: 'none' }, sets: set(0) }),
    ]);
  }

  protected steps(one: Operation & { readonly do: 'step' }, site: Site): void {
    const ways = one.either.filter(({ ifUsed }) => ifUsed !== true || site.into !== null);
    const end: Label = { at: -1 };
    const bodies = ways.map((each) => ({
      each,
      label: each.does === undefined ? null : ({ at: -1 } as Label),
    }));
    const all = (local: Local): Way[] =>
      bodies.map(({ each, label }) => this.alternative(each, label ?? end, local, site));
    const sees = (local: Local): Seen[] =>
      (one.touches ?? []).flatMap((touch) => this.touched(touch, site, local));
    this.step(site, one.sleeps === true ? this.sleeping(site, all) : all, {
      says: one.says,
      sees,
      ...this.waited(one, site),
    });
    for (const { each, label } of bodies) {
      if (label === null) continue;
      this.here(label);
      this.operations(each.does!, site);
      this.jump(end, site.place);
    }
    this.here(end);
  }

  protected waited(
    one: Operation & { readonly do: 'step' },
    site: Site,
  ): { readonly waitsFor?: string } {
    const ref =
      one.sleeps === true
        ? (one.either[0]?.when?.[0]?.[0] ?? one.either[0]?.moves?.[0]?.[0])
        : undefined;
    const name = ref === undefined ? null : this.name(ref, site);
    return name === null ? {} : { waitsFor: name };
  }

  protected alternative(each: Alternative, to: Label, local: Local, site: Site): Way {
    const lacks = each.holds === undefined ? null : this.thing(each.holds, site);
    if (lacks !== null && !has(local, lacks.name))
      return way({ bad: `${site.text}: ${lacks.name} is not held`, visible: true });
    const at = (list: readonly At[] | undefined): Where => this.at(list ?? [], site);
    return {
      ...still,
      moves: at(each.moves) as Record<string, string>,
      also: at(each.also) as Record<string, string>,
      when: at(each.when),
      to,
      sets: each.gives === undefined || site.into === null ? [] : [[site.into, each.gives]],
      note: each.note ?? null,
      bad: each.bad === undefined ? null : `${site.text}: ${each.bad}`,
      hangs: each.hangs ?? false,
      strong: each.strong ?? false,
      outside: (each.outside ?? []).flatMap((ref) => this.items(ref, site)),
      visible: each.bad !== undefined || each.hangs === true,
    };
  }

  protected touched(touch: Touch, site: Site, local: Local): Seen[] {
    if (
      touch.words !== undefined &&
      !this.words('last', site).some((word) => touch.words!.includes(word))
    )
      return [];
    const class_ = this.classOf(touch.class, site);
    if (class_ === null || (touch.waits === true && this.atomic(local))) return [];
    return [
      {
        class: class_,
        read: touch.read ?? 0,
        quiet: touch.quiet ?? false,
        nested: false,
        tried: false,
        waits: touch.waits ?? false,
      },
    ];
  }

  protected read(of: Ref, site: Site): void {
    const thing = this.thing(of, site)!;
    const { most: highest } = thing.type.lifecycle as { most: number };
    const values = Array.from({ length: highest + 1 }, (_, value) => value);
    this.step(site, () =>
      values.map((value) =>
        way({
          when: { [thing.name]: `v${value}` },
          sets: site.into === null ? [] : [[site.into, value]],
          note: `${value}`,
        }),
      ),
    );
  }

  protected oneOf(one: Operation & { readonly do: 'one of' }, site: Site): void {
    const end: Label = { at: -1 };
    const bodies = one.each.flatMap((each) =>
      this.bodiesOf(each.kind).map((body) => ({ each, body, label: { at: -1 } as Label })),
    );
    const waits = one.waits.flatMap((wait) =>
      [...this.world.things.values()]
        .filter(({ type }) => type.name === wait.type)
        .map((thing) => ({ wait, thing, label: { at: -1 } as Label })),
    );
    const ways = (): Way[] => [
      { ...way({}), to: end },
      ...bodies.map(({ each, body, label }) => ({
        ...way({ note: `${one.says}: ${each.kind} ${body.name}` }),
        to: label,
      })),
      ...waits.map(({ wait, thing, label }) => ({
        ...way({
          when: { [thing.name]: wait.in },
          note: `${one.says}: ${wait.says} ${thing.name}`,
          others: true,
        }),
        to: label,
      })),
    ];
    const sees = (local: Local): Seen[] =>
      (one.touches ?? []).flatMap((touch) => this.touched(touch, site, local));
    this.step(site, one.sleeps === true ? this.sleeping(site, ways) : ways, { sees });
    for (const { each, body, label } of bodies) {
      this.here(label);
      if (each.flag === undefined) this.around(body, each, site);
      else this.under(each.flag, site, (inner) => this.around(body, each, inner));
      this.jump(end, site.place);
    }
    for (const { wait, thing, label } of waits) {
      this.here(label);
      this.step(site, () => [{ ...way({ when: { [thing.name]: wait.until } }), strong: true }], {
        says: `${wait.says} ${thing.name}`,
        waitsFor: thing.name,
      });
      this.jump(end, site.place);
    }
    this.here(end);
  }

  protected callbacks(of: Ref, site: Site): void {
    const name = this.name(of, site)!;
    for (const item of this.world.callbacks.get(name) ?? []) {
      const part = names.callback(name, item);
      const [run, end]: Label[] = [{ at: -1 }, { at: -1 }];
      this.step(
        site,
        () => [
          { ...way({ moves: { [part]: 'run' } }), to: run! },
          { ...way({ when: { [part]: 'none' } }), to: end! },
        ],
        { says: `is ${item} added to ${name}?` },
      );
      this.here(run!);
      this.inline(this.world.bodies.get(item)!, { ...site, given: [], into: null });
      this.here(end!);
    }
  }

  protected addCallback(
    { of, run, unless, gives }: Operation & { readonly do: 'add callback' },
    site: Site,
  ): void {
    const thing = this.name(of, site)!;
    const part = names.callback(thing, this.name(run, site)!);
    const set = (value: number | string): Way['sets'] =>
      site.into === null ? [] : [[site.into, value]];
    this.step(site, () => [
      way({ moves: { [part]: 'add' }, when: { [thing]: `!${unless}` }, sets: set(0) }),
      way({ when: { [thing]: unless }, sets: set(gives) }),
    ]);
  }
}
