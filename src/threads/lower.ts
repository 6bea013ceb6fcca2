import type { Argument, CallExpression, Expression, Place, Statement, Word } from './syntax.ts';
import { nameIn, near, type Body, type World } from './world.ts';
import { way, type Instruction, type Label, type Pure, type Site } from './steps.ts';
import { checkCall } from './arguments.ts';
import { Operating } from './operating.ts';

type Frame = {
  readonly prefix: string;
  readonly known: Set<string>;
  readonly returns: Label;
  readonly labels: Map<string, Label>;
  readonly into: string | null;
  readonly leave: Label | null;
  readonly again: Label | null;
};

/** How deep calls may go. */
const deepest = 12;

/** One thread as a list of instructions, all that it calls in place. @throws Misuse */
export function lower(world: World, thread: Body): readonly Instruction[] {
  return new Lowering(world, thread).whole();
}

class Lowering extends Operating {
  private depth = 0;

  whole(): readonly Instruction[] {
    const { item, kind, name } = this.thread;
    const site: Site = { given: [], text: name, place: item.at, into: null, self: name, up: [] };
    this.operations(kind.before ?? [], site);
    this.inline(this.thread, site);
    this.emit({ is: 'end', place: item.at });
    return this.code;
  }

  protected inline(body: Body, site: Site): void {
    if (++this.depth > deepest) this.wrong(body.item.at, `'${body.name}' comes to call itself`);
    const returns: Label = { at: -1 };
    const frame: Frame = {
      prefix: `${body.name}${this.temporaries++}.`,
      known: new Set(body.item.parameters.map(({ text }) => text)),
      returns,
      labels: labelsOf(body.item.body),
      into: site.into,
      leave: null,
      again: null,
    };
    body.item.parameters.forEach(({ text }, at) => {
      const given = site.given[at];
      if (given?.is === 'value')
        this.expression(
          given.value,
          { ...frame, prefix: frame.prefix },
          `${frame.prefix}${text}`,
          site,
        );
    });
    this.statement(body.item.body, frame, site);
    this.here(returns);
    this.depth--;
  }

  private statement(one: Statement, frame: Frame, site: Site): void {
    switch (one.is) {
      case 'block':
        for (const each of one.body) this.statement(each, frame, site);
        return;
      case 'if':
        return this.conditional(one, frame, site);
      case 'while':
      case 'do':
        return this.loop(one, frame, site);
      case 'goto':
        return this.jump(this.labelNamed(one.label, frame), one.at);
      case 'label':
        return this.here(frame.labels.get(one.label.text)!);
      case 'return':
        return this.returns(one, frame, site);
      case 'break':
        return this.jump(frame.leave ?? this.wrong(one.at, "'break' outside of a loop"), one.at);
      case 'continue':
        return this.jump(frame.again ?? this.wrong(one.at, "'continue' outside of a loop"), one.at);
      case 'assign':
        return this.assign(one, frame, site);
      case 'expression':
        return this.expression(one.value, frame, null, site);
    }
  }

  private labelNamed({ text, at }: Word, { labels }: Frame): Label {
    const hint = near(text, labels.keys());
    return labels.get(text) ?? this.wrong(at, `no label '${text}' in this function${hint}`);
  }

  private returns(one: Statement & { readonly is: 'return' }, frame: Frame, site: Site): void {
    if (one.value !== null) this.expression(one.value, frame, frame.into, site);
    this.jump(frame.returns, one.at);
  }

  private assign(one: Statement & { readonly is: 'assign' }, frame: Frame, site: Site): void {
    const { text, at } = one.to;
    if (one.declares) frame.known.add(text);
    else if (!frame.known.has(text)) {
      const hint = near(text, frame.known) || '; declare it with int';
      this.wrong(at, `no variable '${text}'${hint}`);
    }
    this.expression(one.value, frame, `${frame.prefix}${text}`, site);
  }

  private conditional(one: Statement & { readonly is: 'if' }, frame: Frame, site: Site): void {
    const [yes, no, end]: Label[] = [{ at: -1 }, { at: -1 }, { at: -1 }];
    this.condition(one.test, frame, yes!, no!, site);
    this.here(yes!);
    this.statement(one.yes, frame, site);
    if (one.no === null) return this.here(no!);
    this.jump(end!, one.at);
    this.here(no!);
    this.statement(one.no, frame, site);
    this.here(end!);
  }

  private loop(one: Statement & { readonly is: 'while' | 'do' }, frame: Frame, site: Site): void {
    const [top, body, end]: Label[] = [{ at: -1 }, { at: -1 }, { at: -1 }];
    const inner: Frame = { ...frame, leave: end!, again: top! };
    if (one.is === 'while') {
      this.here(top!);
      this.condition(one.test, frame, body!, end!, site);
      this.here(body!);
      this.statement(one.body, inner, site);
      this.jump(top!, one.at);
    } else {
      this.here(body!);
      this.statement(one.body, inner, site);
      this.here(top!);
      this.condition(one.test, frame, body!, end!, site);
    }
    this.here(end!);
  }

  /* Expressions */

  private condition(one: Expression, frame: Frame, yes: Label, no: Label, site: Site): void {
    if (one.is === 'not') return this.condition(one.of, frame, no, yes, site);
    if (one.is === 'and' || one.is === 'or') {
      const second: Label = { at: -1 };
      if (one.is === 'and') this.condition(one.left, frame, second, no, site);
      else this.condition(one.left, frame, yes, second, site);
      this.here(second);
      return this.condition(one.right, frame, yes, no, site);
    }
    const compared = one.is === 'equal' || one.is === 'unequal';
    const left = this.operand(compared ? one.left : one, frame, site);
    const right: Pure = compared ? this.operand(one.right, frame, site) : { is: 'value', value: 0 };
    this.emit({ is: 'branch', equal: one.is === 'equal', left, right, yes, no, place: one.at });
  }

  private operand(one: Expression, frame: Frame, site: Site): Pure {
    if (one.is !== 'call') return this.pure(one, frame);
    const name = `${frame.prefix}$${this.temporaries++}`;
    this.expression(one, frame, name, site);
    return { is: 'variable', name, temporary: true };
  }

  private pure(one: Expression, frame: Frame): Pure {
    if (one.is === 'number') return { is: 'value', value: one.value };
    if (one.is === 'error') return { is: 'value', value: one.name };
    if (one.is !== 'variable')
      return this.wrong(
        one.at,
        'found an expression that is too rich, expected a variable, a number, an error or a call',
      );
    const constant = this.world.language.constants[one.name];
    if (constant !== undefined) return { is: 'value', value: constant };
    if (!frame.known.has(one.name)) {
      const hint = this.world.things.has(one.name)
        ? `; '${one.name}' is an object, which READ_ONCE() reads`
        : near(one.name, frame.known);
      this.wrong(one.at, `no variable '${one.name}'${hint}`);
    }
    return { is: 'variable', name: `${frame.prefix}${one.name}`, temporary: false };
  }

  /** Leaves the value of an expression in `into`. */
  private expression(one: Expression, frame: Frame, into: string | null, site: Site): void {
    if (one.is === 'call') return this.called(one, into, site);
    if (one.is === 'variable' || one.is === 'number' || one.is === 'error') {
      const value = this.pure(one, frame);
      if (into !== null) this.emit({ is: 'set', to: into, value, place: one.at });
      return;
    }
    const [yes, no, end]: Label[] = [{ at: -1 }, { at: -1 }, { at: -1 }];
    this.condition(one, frame, yes!, no!, site);
    for (const [label, value] of [
      [yes!, 1],
      [no!, 0],
    ] as const) {
      this.here(label);
      if (into !== null)
        this.emit({ is: 'set', to: into, value: { is: 'value', value }, place: one.at });
      if (value === 1) this.jump(end!, one.at);
    }
    this.here(end!);
  }

  private called(
    one: CallExpression & { readonly at: Place },
    into: string | null,
    outer: Site,
  ): void {
    const { calls, bodies } = this.world;
    const call = calls.get(one.name);
    // What a call runs in place belongs to the call.
    const outermost = call !== undefined && this.call === 0;
    if (outermost) this.call = ++this.temporaries;
    const site: Site = {
      given: one.given,
      text: one.text,
      place: one.at,
      into,
      self: null,
      up: outer.up,
    };
    if (call !== undefined) {
      checkCall(this.world, one, call, into !== null);
      this.meant(site, (each) => this.operations(call.does, each));
    } else {
      const own = bodies.get(one.name) ?? this.unknownCall(one);
      if (own.kind.thread)
        this.wrong(
          one.at,
          `'${one.name}' is a ${own.kind.name}, a thread of its own, which nobody can call`,
        );
      this.inline(own, site);
    }
    if (outermost) this.call = 0;
  }

  /**
   * A call on something of the description: on the one of the job for which this fragment runs, else
   * on any of them.
   */
  private meant(site: Site, does: (site: Site) => void): void {
    const at = site.given.findIndex(
      (one) => (this.world.things.get(nameIn(one) ?? '')?.anyOf ?? null) !== null,
    );
    if (at < 0) return does(site);
    const all = this.world.things.get(nameIn(site.given[at])!)!.anyOf!;
    const { beside } = this.world;
    const placed = beside?.placed.get(this.thread.item.name.text);
    const own =
      this.thread.placedFor !== null && placed?.family === beside?.family
        ? all[this.thread.placedFor - 1]
        : undefined;
    const named = (name: string): Site => ({
      ...site,
      given: site.given.map((one, n) =>
        n === at ? ({ is: 'object', name, member: null, at: one.at } as Argument) : one,
      ),
    });
    if (own !== undefined) return does(named(own));
    const end: Label = { at: -1 };
    const labels = all.map((name) => ({ name, label: { at: -1 } as Label }));
    this.step(
      site,
      () => labels.map(({ name, label }) => ({ ...way({ note: `of ${name}` }), to: label })),
      { says: 'one of them' },
    );
    for (const { name, label } of labels) {
      this.here(label);
      does(named(name));
      this.jump(end, site.place);
    }
    this.here(end);
  }

  private unknownCall({ name, at }: CallExpression & { readonly at: Place }): never {
    const { calls, bodies } = this.world;
    const hint = near(name, [...calls.keys(), ...bodies.keys()]);
    const listed = `; there are ${calls.size}, listed by 'litmus --calls'`;
    return this.wrong(at, `unknown call '${name}'${hint || listed}`);
  }
}

function labelsOf(body: Statement): Map<string, Label> {
  const found = new Map<string, Label>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null) {
      const one = value as { is?: string; label?: { text: string } };
      if (one.is === 'label') found.set(one.label!.text, { at: -1 });
      Object.values(value).forEach(visit);
    }
  };
  visit(body);
  return found;
}
