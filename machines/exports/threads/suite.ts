/**
 * A file of threads as a KUnit suite: *sequence* follows runs in which everybody ends, so that
 * lockdep sees every lock; *hang* follows the model's shortest run and compares where each thread
 * stands.
 * Source: include/kunit/test.h (KUNIT_CASE, kunit_test_suite).
 */
import type { ThreadSide } from '../../../src/threads/sides.ts';
import {
  endingRuns,
  scheduleOf,
  type Schedule,
  type Stand,
  type Turn,
} from '../../../src/threads/schedule.ts';
import { callsIn, type Body } from '../../../src/threads/world.ts';
import { cString, inComment } from '../c-text.ts';
import { exportsType, Objects } from './objects.ts';
import { player } from './player.ts';
import { reclaimInC } from './reclaim.ts';
import { placeOf, Statements, type Numbered } from './statements.ts';

/** What is to be played: a side of a file, the verdict, and the run to the trouble. */
export type Played = {
  readonly side: ThreadSide;
  readonly verdict: string;
  readonly run: readonly string[];
  /** The kernel has several: then threads spin, and interrupts come in the midst of a call. */
  readonly several?: boolean;
};
/** A side of a file as C, and what of it is played. */
export type ThreadSuite = {
  /** The suite without the player, and what every file begins with. */
  readonly body: string;
  /** How many runs in which everybody ends are played. */
  readonly sequences: number;
  /** Why the hang is not played; null: it is. */
  readonly noHang: string | null;
  /** Why the hang is led to where lockdep speaks, and no further; null: it hangs. */
  readonly passes: string | null;
  /** What goes against a rule of calls at the end of the case *breach*; null: there is none. */
  readonly breach: string | null;
};

/** What every file of C begins with. */
export const headers = `#include <kunit/test.h>
#include <linux/completion.h>
#include <linux/delay.h>
#include <linux/dma-fence.h>
#include <linux/dma-resv.h>
#include <linux/hardirq.h>
#include <linux/interrupt.h>
#include <linux/kthread.h>
#include <linux/mm.h>
#include <linux/mmu_notifier.h>
#include <linux/mutex.h>
#include <linux/pagemap.h>
#include <linux/rtmutex.h>
#include <linux/rwsem.h>
#include <linux/sched/mm.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/srcu.h>
#include <linux/uaccess.h>
#include <linux/workqueue.h>
#include <linux/ww_mutex.h>
`;

/** Kinds of threads as C runs them. */
const contexts: Readonly<Record<string, 'process' | 'hardirq' | 'softirq'>> = {
  ioctl: 'process',
  kthread: 'process',
  hardware: 'process',
  engine: 'process',
  userspace: 'process',
  irq_thread: 'process',
  work: 'process',
  irq: 'hardirq',
  irq_work: 'hardirq',
  softirq: 'softirq',
  tasklet: 'softirq',
  timer: 'softirq',
};
const inPlace = new Set(['shrinker', 'notifier', 'cpu_fault', 'release', 'callback', 'static']);

/** Ways that a test cannot make the kernel go, or that are not looked for. */
const avoids = (note: string): boolean =>
  /reclaims|time is up|a signal comes|fails|faults|worker is created/.test(note);
/** One processor does not spin: the run is led there, and lockdep is heard. */
const passes = ', which lockdep tells and one processor passes';
/** What a hang may need and C cannot do. */
const cannot = (note: string): boolean => /worker is created/.test(note);

/** Why a side cannot be exported; null: it can. */
export function whyNot({ system }: ThreadSide): string | null {
  const { world } = system;
  if (world.beside !== null) return 'it stands beside a description';
  const brought = world.file.items.find((one) => one.brought === true);
  if (brought !== undefined) return `${brought.kind.text} ${brought.name.text} comes with a type`;
  for (const { type } of world.things.values())
    if (!exportsType(type.name)) return `a ${type.name} is not exported`;
  for (const { kind } of world.bodies.values())
    if (contexts[kind.name] === undefined && !inPlace.has(kind.name))
      return `a ${kind.name} is not exported`;
  const objects = new Objects(world, 'x');
  const statements = new Statements(objects, new Map(), () => '');
  for (const { item } of world.bodies.values()) statements.statement(item.body);
  const [missing] = statements.missing;
  return missing === undefined ? null : `${missing} is not exported`;
}

/** @param name what the suite and all of its symbols are called */
export function suiteOfThreads(played: Played, name: string): ThreadSuite {
  return new Suite(played, name).made();
}

/** A whole file of C: headers, the player, the suite. */
export const fileOfThreads = (source: string, verdict: string, suite: ThreadSuite): string =>
  [
    '// SPDX-License-Identifier: GPL-2.0',
    `/* Made by finite-fence from ${inComment(source)}: ${inComment(verdict)}. */`,
    headers,
    player,
    suite.body,
    'MODULE_LICENSE("GPL");',
    '',
  ].join('\n');

/** Writes one side of a file as C. The names of all symbols begin with the name of the suite. */
class Suite {
  private readonly played: Played;
  private readonly name: string;
  private readonly objects: Objects;
  private readonly numbers: Numbered;
  private readonly texts: readonly string[];

  constructor(played: Played, name: string) {
    this.played = played;
    this.name = name;
    const { world } = played.side.system;
    this.objects = new Objects(world, name);
    const calls = world.file.items
      .flatMap(({ body }) => callsIn(body))
      .filter((one) => world.calls.has(one.name));
    const numbers = new Map<string, number>();
    const texts = ['its beginning'];
    for (const one of calls) {
      if (numbers.has(placeOf(one.at))) continue;
      numbers.set(placeOf(one.at), texts.length);
      texts.push(`${one.text} (line ${one.at.line})`);
    }
    this.numbers = numbers;
    this.texts = texts;
  }

  /** The suite, with what of it can be played. */
  made(): ThreadSuite {
    const { side, verdict } = this.played;
    const breach = this.breach();
    const schedules =
      verdict === 'broken'
        ? []
        : endingRuns(side, avoids)
            .map((run) => scheduleOf(side, run, avoids))
            .filter((one) => one !== null)
            .filter((one) => this.misplaced(one) === null);
    const { hang, why } = this.hang();
    const played = [...schedules, ...[hang, breach?.schedule].filter((one) => one != null)];
    const n = this.name;
    const body = [
      `/* ${inComment(side.source)}, ${side.side}: ${inComment(verdict)} */`,
      ...this.objects.keys(),
      `struct ${n}__objects {`,
      ...this.objects.declarations().map((one) => `\t${one}`),
      '\tint unused;',
      '};',
      `static struct ${n}__objects *${n}__ff;`,
      `static struct ff_player *${n}__play;`,
      `#define ff ${n}__ff`,
      `#define ff_play ${n}__play`,
      ...this.functions(),
      ...this.tables(played),
      ...this.cases(schedules.length, { hang, why }, breach !== null),
      '#undef ff',
      '#undef ff_play',
      '',
    ];
    return {
      body: body.join('\n'),
      sequences: schedules.length,
      noHang: hang === null ? why : null,
      passes: hang !== null && why !== '' ? why : null,
      breach: breach?.text ?? null,
    };
  }

  /** The hang, or why it is not played. */
  private hang(): { readonly hang: Schedule | null; readonly why: string } {
    const { side, verdict, run } = this.played;
    if (verdict !== 'deadlock') return { hang: null, why: `the model says ${verdict}` };
    const schedule = scheduleOf(side, run, avoids);
    if (schedule === null)
      return { hang: null, why: 'threads go round in a loop beside those that hang' };
    const why = this.misplaced(schedule, true);
    if (why?.endsWith(passes) === true) return { hang: { ...schedule, stands: new Map() }, why };
    return why === null ? { hang: schedule, why: '' } : { hang: null, why };
  }

  /** The run to what goes against a rule of calls, which the thread then does by itself. */
  private breach(): { readonly schedule: Schedule; readonly text: string } | null {
    const { side, verdict, run } = this.played;
    if (verdict !== 'broken') return null;
    const last = side.system.edges.get(run.at(-1) ?? '');
    const schedule = scheduleOf(side, run.slice(0, -1), avoids, false);
    if (last?.way.bad == null || schedule === null || this.misplaced(schedule) !== null)
      return null;
    return { schedule, text: last.way.bad };
  }

  /** Whether a thread spins for a lock: its own, or another's. */
  private spinning(
    thread: string,
    { place }: Stand & { readonly is: 'in' },
  ): 'its own' | 'other' | null {
    const { places, world } = this.played.side.system;
    const here = places.get(thread)!.states.filter((one) => placeOf(one) === placeOf(place));
    const spins = here.filter(
      ({ waitsFor }) => world.things.get(waitsFor ?? '')?.type.spins === true,
    );
    if (spins.length === 0) return null;
    const own = spins.some(({ waitsFor, local }) => local.held.some(({ of }) => of === waitsFor));
    return own ? 'its own' : 'other';
  }

  /** Why a run cannot be led on one processor: somebody moves while another may not sleep. */
  private misplaced({ stands, run }: Schedule, hangs = false): string | null {
    const { world, said: saidByStep, edges } = this.played.side.system;
    const notes = run.map((step) => edges.get(step)?.way.note ?? '');
    const forced = notes.find(cannot);
    if (forced !== undefined) return `no test can make it so that ${forced}`;
    if (hangs && this.played.several === true) return null;
    for (const [thread, stand] of stands) {
      if (stand.is !== 'in') continue;
      const spins = this.spinning(thread, stand);
      if (spins !== null)
        return spins === 'its own'
          ? `${thread} takes a spinlock that it holds${passes}`
          : `${thread} spins, and one processor would stand still`;
      if (world.bodies.get(thread)!.kind.context !== 'process')
        return `${thread} stands in an interrupt, and one processor would stand still`;
    }
    const interrupts = run.find((step) => /interrupts/.test(saidByStep.get(step)?.text ?? ''));
    if (interrupts !== undefined)
      return `${saidByStep.get(interrupts)!.text} in the midst of a call`;
    return null;
  }

  /** Everything that runs, in C. */
  private functions(): string[] {
    const { world } = this.played.side.system;
    const bodies = [...world.bodies.values()];
    const inside = bodies.filter(({ kind }) => !kind.thread);
    const n = this.name;
    return [
      ...inside.map((one) => `static int ${n}_${one.name}(${parameters(one)});`),
      ...inside.flatMap((one) => this.wrapper(one)),
      ...reclaimInC(n, world, inside),
      ...inside.map((one) => this.inner(one)),
      ...world.threads.map((one) => this.thread(one)),
    ];
  }

  /** The statements of a body, behind the variables that they use; `leaves` writes a return. */
  private statements(body: Body, leaves: (value: string | null) => string): string {
    const writer = new Statements(this.objects, this.numbers, leaves);
    const text = writer.statement(body.item.body);
    const given = new Set(body.item.parameters.map((one) => `v_${one.text}`));
    const own = [...writer.variables].filter((one) => !given.has(one));
    const declared = own.map((one) => `\tint ${one} __maybe_unused = 0;\n`).join('');
    return `${declared}\n${text}`;
  }

  /** What runs inside others, as a function. */
  private inner(body: Body): string {
    const text = this.statements(body, (value) => `return ${value ?? '0'}`);
    return `static int ${this.name}_${body.name}(${parameters(body)})\n{\n${text}\treturn 0;\n}\n`;
  }

  /** The function by which the kernel calls a callback or a release. */
  private wrapper({ name, kind }: Body): string[] {
    const call = `${this.name}_${name}()`;
    if (kind.name === 'release')
      return [`static void ${this.name}__release_${name}(struct kref *unused)\n{\n\t${call};\n}\n`];
    if (kind.name === 'callback')
      return [
        `static void ${this.name}__cb_${name}(struct dma_fence *fence, struct dma_fence_cb *cb)\n{\n\t${call};\n}\n`,
      ];
    return [];
  }

  /** A thread: its body as a function, and what runs that in its turns. */
  private thread(body: Body): string {
    const { name, kind } = body;
    const t = this.objects.thread(name);
    const text = this.statements(body, () => 'goto l_ff_out');
    const out = text.includes('goto l_ff_out') ? 'l_ff_out: ;\n' : '';
    const enter = {
      process: '',
      hardirq: '\tlocal_irq_disable();\n\t__irq_enter();\n',
      softirq: '\tlocal_bh_disable();\n\tlockdep_softirq_enter();\n',
    };
    const exit = {
      process: '',
      hardirq: '\t__irq_exit();\n\tlocal_irq_enable();\n',
      softirq: '\tlockdep_softirq_exit();\n\tlocal_bh_enable();\n',
    };
    const context = contexts[kind.name]!;
    const run = `static void ${this.name}_${name}(void)\n{\n${text}${out}}\n`;
    if (context === 'hardirq' && this.played.several === true)
      return `${run}
static void ${this.name}__irq_${name}(void *unused)
{
	ff_irq_begins(ff_play, ${t});
	${this.name}_${name}();
	ff_irq_leaves(ff_play, ${t});
}

static int ${this.name}__thread_${name}(void *unused)
{
	return ff_interrupts(ff_play, ${t}, ${this.name}__irq_${name});
}
`;
    if (kind.on !== undefined)
      return `${run}
static void ${this.name}__work_${name}(struct work_struct *unused)
{
	if (!ff_begins(ff_play, ${t}))
		return;
	${this.name}_${name}();
	ff_leaves(ff_play, ${t});
}
`;
    return `${run}
static int ${this.name}__thread_${name}(void *unused)
{
	while (ff_begins(ff_play, ${t})) {
${indented(enter[context])}		${this.name}_${name}();
${indented(exit[context])}		ff_leaves(ff_play, ${t});
	}
	return 0;
}
`;
  }

  /** The runs as data: turns, and where each thread stands at the end. */
  private tables(schedules: readonly Schedule[]): string[] {
    const { world } = this.played.side.system;
    const thread = (name: string): number => this.objects.thread(name);
    const call = (place: Parameters<typeof placeOf>[0] | null): number =>
      place === null ? 0 : (this.numbers.get(placeOf(place)) ?? 0);
    const stand = (where: Stand): string =>
      ({
        'not begun': '{ FF_NOT_BEGUN, 0 }',
        ended: '{ FF_ENDED, 0 }',
        hung: '{ FF_HUNG, 0 }',
        in: `{ FF_IN, ${where.is === 'in' ? call(where.place) : 0} }`,
      })[where.is];
    const n = this.name;
    // Whom an interrupt comes to, as a letter: the thread's number.
    const interrupted = ({ thread: own, place }: Turn, run: readonly string[]): string => {
      if (place !== null || this.played.several !== true) return '';
      const step = run.find((one) => one.startsWith(`${own}_interrupts_`)) ?? '';
      const whom = thread(step.slice(`${own}_interrupts_`.length));
      return whom < 0 ? '' : String.fromCharCode(97 + whom);
    };
    return [
      `static const char *const ${n}__names[] = { ${world.threads.map(({ name }) => cString(name)).join(', ')} };`,
      `static const char *const ${n}__calls[] = { ${this.texts.map(cString).join(', ')} };`,
      ...schedules.flatMap(({ turns, stands, run }, number) => [
        `static const struct ff_turn ${n}__run_${number}[] = {`,
        ...turns.map(
          (one) =>
            `\t{ ${thread(one.thread)}, ${call(one.place)}, ${one.open}, ${one.rests}, ` +
            `${cString(one.way === '' ? interrupted(one, run) : one.way)} },`,
        ),
        '};',
        `static const struct ff_stand ${n}__stands_${number}[] __maybe_unused = {`,
        `\t${world.threads.map(({ name }) => stand(stands.get(name) ?? { is: 'not begun' })).join(', ')}`,
        '};',
      ]),
    ];
  }

  /** All objects new, all threads made. */
  private plays(): string {
    const n = this.name;
    const { threads } = this.played.side.system.world;
    const works = threads.filter(({ kind }) => kind.on !== undefined);
    const own = threads.filter(({ kind }) => kind.on === undefined);
    const made = [
      ...this.objects.inits(),
      ...works.map(({ name }) => `INIT_WORK(&ff->work_${name}, ${n}__work_${name});`),
      ...own.map(({ name }) =>
        this.played.several === true
          ? `ff_run_thread(${n}__thread_${name}, ${cString(name)}, ${this.objects.thread(name)});`
          : `kthread_run(${n}__thread_${name}, NULL, ${cString(name)});`,
      ),
    ];
    return `static void ${n}__plays(const struct ff_turn *run, int length)
{
	ff = kzalloc(sizeof(*ff), GFP_KERNEL);
	ff_play = kzalloc(sizeof(*ff_play), GFP_KERNEL);
	ff_play->run = run;
	ff_play->length = length;
	ff_play->last = -1;
	init_waitqueue_head(&ff_play->wait);
${made.map((one) => `\t${one}\n`).join('')}}
`;
  }

  /** The cases *sequence*, *hang* and *breach*, as far as they are played. */
  private cases(
    sequences: number,
    { hang, why }: ReturnType<Suite['hang']>,
    breach: boolean,
  ): string[] {
    const n = this.name;
    const free = (text: string): string => text.replace(`${n}__stands_${sequences}`, 'NULL');
    const { world } = this.played.side.system;
    const count = world.threads.length;
    const play = (number: number): string =>
      `\t${n}__plays(${n}__run_${number}, ARRAY_SIZE(${n}__run_${number}));\n` +
      `\tff_compare(test, ff_play, ${count}, ${n}__names, ${n}__calls, ${n}__stands_${number});\n`;
    const fences = [...world.things.values()].filter(({ type }) => type.name === 'dma_fence');
    const signaled = fences
      .map(
        ({ name }) =>
          `\tkunit_info(test, "fence ${name} is %s\\n",\n` +
          `\t\t   dma_fence_is_signaled(&ff->${name}) ? "signaled" : "not signaled");\n`,
      )
      .join('');
    const elsewhere =
      `\tkthread_run(${n}__elsewhere, NULL, "elsewhere");\n` +
      '\tschedule_timeout_uninterruptible(HZ);\n';
    const sequence = (number: number): string => {
      const end = number === sequences - 1 ? elsewhere : '';
      return `static void ${n}__sequence_${number + 1}(struct kunit *test)\n{\n${play(number)}${end}}\n`;
    };
    const led = why === '' ? play(sequences) : free(play(sequences));
    const hanging =
      hang === null ? `\tkunit_skip(test, "%s", ${cString(why)});\n` : `${led}${signaled}`;
    return [
      this.plays(),
      ...Array.from({ length: sequences }, (_, number) => sequence(number)),
      `static void ${n}__hang(struct kunit *test)\n{\n${hanging}}\n`,
      ...(breach
        ? [`static void ${n}__breach(struct kunit *test)\n{\n${free(play(sequences))}}\n`]
        : []),
      `static struct kunit_case ${n}__cases[] = {`,
      ...Array.from(
        { length: sequences },
        (_, number) =>
          `\t{ .run_case = ${n}__sequence_${number + 1}, .name = "sequence_${number + 1}" },`,
      ),
      `\t{ .run_case = ${n}__hang, .name = "hang" },`,
      ...(breach ? [`\t{ .run_case = ${n}__breach, .name = "breach" },`] : []),
      '\t{}',
      '};',
      `static struct kunit_suite ${n}__suite = { .name = ${cString(n)}, .test_cases = ${n}__cases${
        this.played.several === true ? ', .suite_init = ff_watches' : ''
      } };`,
      `kunit_test_suite(${n}__suite);`,
    ];
  }
}

/** The parameters of an item in C. */
const parameters = ({ item }: Body): string =>
  item.parameters.length === 0
    ? 'void'
    : item.parameters.map(({ text }) => `int v_${text}`).join(', ');

/** Lines one tab further in. */
const indented = (text: string): string => text.replace(/^\t/gm, '\t\t');
