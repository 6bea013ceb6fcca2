import { describe, expect, test } from 'vitest';
import { kernelCalls } from '../../machines/calls/index.ts';
import { Misuse } from '../../src/system/misuse.ts';
import { judgeSide } from '../../src/threads/judge.ts';
import { sidesOfFile } from '../../src/threads/sides.ts';
import { plainPaint } from '../../src/text/paint.ts';
import { threadsText } from '../../src/text/threads.ts';

const errorOf = (text: string): string => {
  try {
    sidesOfFile('x.litmus', text, kernelCalls);
    return 'nothing';
  } catch (error) {
    if (!(error instanceof Misuse)) throw error;
    return error.message;
  }
};
const a = 'K x\n{ struct mutex a; }\n';

/** What is wrong, and the one line that is said of it. */
const cases: readonly (readonly [what: string, text: string, line: string])[] = [
  [
    'an unknown type',
    'K x\n{ struct mutx a; }\nioctl t() { }',
    "x.litmus:2:10: unknown type 'mutx'; did you mean 'mutex'?",
  ],
  [
    'an unknown call',
    `${a}ioctl t() { mutex_lok(&a); }`,
    "x.litmus:3:13: unknown call 'mutex_lok'; did you mean 'mutex_lock'?",
  ],
  [
    'an unknown object',
    'K x\n{ struct mutex lock; }\nioctl t() { mutex_lock(&lok); }',
    "x.litmus:3:25: unknown mutex 'lok'; did you mean 'lock'?",
  ],
  [
    'a member that is not there',
    'K x\n{ struct mutex a[2]; }\nioctl t() { mutex_lock(&a[2]); }',
    "x.litmus:3:25: unknown mutex 'a[2]'; did you mean 'a0'?",
  ],
  [
    'an unknown label',
    `${a}ioctl t() { goto retri; retry: mutex_lock(&a); mutex_unlock(&a); }`,
    "x.litmus:3:18: no label 'retri' in this function; did you mean 'retry'?",
  ],
  [
    'an unknown kind of thread',
    `${a}ioclt t() { }`,
    "x.litmus:3:1: unknown kind of thread 'ioclt'; did you mean 'ioctl'?",
  ],
  [
    'an unknown thread',
    `${a}ioctl t() { flush_work(&recovr); }\nwork recover() { }\nkthread q() { schedule_work(&recover); }`,
    "x.litmus:3:25: unknown work 'recovr'; did you mean 'recover'?",
  ],
  [
    'a call on the wrong type',
    `${a}ioctl t() { down_read(&a); }`,
    "x.litmus:3:24: 'a' is a mutex; this call takes a rw_semaphore",
  ],
  [
    'a result that is dropped',
    `${a}ioctl t() { mutex_trylock(&a); }`,
    "x.litmus:3:13: the result of 'mutex_trylock' matters and is dropped; " +
      "write 'r = mutex_trylock(...)' or ask it in an if",
  ],
  [
    'a work that nobody queues',
    `${a}ioctl t() { mutex_lock(&a); mutex_unlock(&a); }\nwork w() { }`,
    "x.litmus:4:1: 'w' is a work that nobody queues",
  ],
  [
    'a thread without a bound',
    `${a}ioctl t() { while (nondet()) mutex_lock(&a); }`,
    "x.litmus:3:1: 't' has no bound: 'locks held' has taken 2001 values in 6001 places",
  ],
  [
    'a loop that grows in silence',
    `${a}ioctl t() { while (1) local_irq_disable(); }`,
    "x.litmus:3:1: 't' has no bound: 'interrupts off' has taken 1318 values in 3951 places",
  ],
  [
    'a promise that is not there',
    `${a}ioctl t() { mutex_lock(&a); mutex_unlock(&a); }\nexpect finite (t-end);`,
    "x.litmus:4:16: no promise 't-end'; did you mean 't-ends'?",
  ],
  [
    'an unknown verdict',
    `${a}ioctl t() { }\nexpect deadlok;`,
    "x.litmus:4:8: unknown answer 'deadlok'; did you mean 'deadlock'?",
  ],
  [
    'an unknown answer',
    `${a}ioctl t() { }\nexpct finite;`,
    "x.litmus:4:1: found 'expct', expected 'expect' or 'lockdep'; did you mean 'expect'?",
  ],
  [
    'an unknown kind of report',
    `${a}ioctl t() { }\nlockdep circulr;`,
    "x.litmus:4:9: unknown answer 'circulr'; did you mean 'circular'?",
  ],
  [
    'a twin with equal sides',
    `${a}ioctl t() {\n-\tmutex_lock(&a);\n+\tmutex_lock(&a);\n\tmutex_unlock(&a);\n}`,
    'x.litmus:4:1: the two sides of this twin are the same system, expected a difference of objects or threads',
  ],
  [
    'ten thousand like threads',
    `${a}ioctl t() [10000] { }`,
    "x.litmus:3:7: found 10000 threads 't', expected from 1 to 24",
  ],
  [
    'too many threads',
    a + Array.from({ length: 30 }, (_, n) => `ioctl t${n}() { }`).join('\n'),
    'x.litmus:32:1: found 30 threads, expected at most 24',
  ],
  [
    'a file that is too long',
    `${a}// ${'x'.repeat(100_000)}`,
    'x.litmus: more than 100000 characters, expected threads',
  ],
  [
    'no thread',
    `${a}release r() { }`,
    'x.litmus:1:1: found no thread, ' +
      'expected one of ioctl, kthread, work, irq, irq_work, irq_thread, softirq and 9 more',
  ],
  ['no text', ' \n', 'x.litmus: it is empty, expected "K" and a name'],
  ['no text but bytes', 'K x\0', 'x.litmus:1:4: found a NUL character, expected text'],
  [
    'no name',
    'K\n{ }\nioctl t() { }',
    "x.litmus:2:1: found '{', expected a name of letters, digits, + and -",
  ],
  [
    'a word that is longer than a line',
    `${a}ioctl t() { ${'x'.repeat(500)}(&a); }`,
    `x.litmus:3:13: unknown call '${'x'.repeat(40)}...'; there are 247, listed by 'litmus --calls'`,
  ],
  [
    'blocks that stand too deep in each other',
    `${a}ioctl t() { ${'if (nondet()) { '.repeat(500)}mutex_lock(&a);${'}'.repeat(500)} }`,
    'x.litmus:3:1591: found more than 100 braces and parentheses in each other, expected fewer',
  ],
  [
    'an unknown work that for that reason nobody queues',
    `${a}kthread q() { schedule_work(&wrk); }\nwork work1() { mutex_lock(&a); mutex_unlock(&a); }`,
    "x.litmus:3:30: unknown work 'wrk'; did you mean 'work1'?",
  ],
  [
    'a pointer',
    'K x\n{ struct mutex lock; struct mutex other; bool flag; struct dma_fence f; struct workqueue_struct wq; }\nioctl t() { struct foo *x = kmalloc(64, GFP_KERNEL); }',
    "x.litmus:3:20: found 'foo': there are no pointers; declare the object in the braces, and write &name",
  ],
  [
    'a member',
    'K x\n{ struct mutex lock; struct mutex other; bool flag; struct dma_fence f; struct workqueue_struct wq; }\nioctl t() { mutex_lock(&dev->lock); }',
    "x.litmus:3:28: found '-': there are no pointers; declare the object in the braces, and write &name",
  ],
  [
    'a macro with a body',
    'K x\n{ struct mutex lock; struct mutex other; bool flag; struct dma_fence f; struct workqueue_struct wq; }\nioctl t() { list_for_each_entry(x, list, head) { mutex_lock(&lock); } }',
    "x.litmus:3:48: found '{': write a for loop in place of the macro, or while (nondet())",
  ],
  [
    'a switch',
    'K x\n{ struct mutex lock; struct mutex other; bool flag; struct dma_fence f; struct workqueue_struct wq; }\nioctl t() { switch (nondet()) { case 0: break; } }',
    "x.litmus:3:31: found '{': write if and else in place of switch",
  ],
  [
    'a conditional expression',
    'K x\n{ struct mutex lock; struct mutex other; bool flag; struct dma_fence f; struct workqueue_struct wq; }\nioctl t() { int r = nondet() ? 1 : 0; }',
    "x.litmus:3:30: found '?': write if and else",
  ],
  [
    'a sum',
    'K x\n{ struct mutex lock; struct mutex other; bool flag; struct dma_fence f; struct workqueue_struct wq; }\nioctl t() { int r = 1 + 1; }',
    "x.litmus:3:23: found '+': numbers count with ++ and -- only",
  ],
  [
    'a text',
    'K x\n{ struct mutex lock; struct mutex other; bool flag; struct dma_fence f; struct workqueue_struct wq; }\nioctl t() { pr_info("hello"); }',
    "x.litmus:3:21: found '\"': there are no texts; leave the text out, or the call that only prints it",
  ],
  [
    'a directive',
    'K x\n{ struct mutex lock; struct mutex other; bool flag; struct dma_fence f; struct workqueue_struct wq; }\nioctl t() {\n#define X 1\n}',
    "x.litmus:4:1: found '#': there is no preprocessor; write what the macro stands for",
  ],
  [
    'a cleanup',
    'K x\n{ struct mutex lock; struct mutex other; bool flag; struct dma_fence f; struct workqueue_struct wq; }\nioctl t() { void *p __free(kfree) = kmalloc(64, GFP_KERNEL); }',
    "x.litmus:3:18: found '*': write guard(kind)(&lock), or the release itself",
  ],
  [
    'an object that is declared in a function',
    'K x\n{ struct mutex lock; struct mutex other; bool flag; struct dma_fence f; struct workqueue_struct wq; }\nioctl t() { struct ww_acquire_ctx ctx; }',
    "x.litmus:3:20: found 'ww_acquire_ctx': objects are declared in the braces before the functions",
  ],
  [
    'a pointer as a parameter',
    'K x\n{ struct mutex lock; struct mutex other; bool flag; struct dma_fence f; struct workqueue_struct wq; }\nstatic helper(struct mutex *l) { }\nioctl t() { }',
    "x.litmus:3:22: found 'mutex': there are no pointers; a function of the file takes numbers only",
  ],
  [
    'a call that the language has under another name',
    'K x\n{ struct mutex lock; struct mutex other; bool flag; struct dma_fence f; struct workqueue_struct wq; }\nioctl t() { set_bit(0, &flag); }',
    "x.litmus:3:13: 'set_bit' is no call of this language; instead: WRITE_ONCE(&flag, 1)",
  ],
  [
    'a call that waits for nobody',
    'K x\n{ struct mutex lock; struct mutex other; bool flag; struct dma_fence f; struct workqueue_struct wq; }\nioctl t() { kfree(p); }',
    "x.litmus:3:13: 'kfree' is no call of this language; instead: leave it out: it waits for nobody",
  ],
  [
    'an error that there is not',
    'K x\n{ struct mutex lock; struct mutex other; bool flag; struct dma_fence f; struct workqueue_struct wq; }\nioctl t() { if (mutex_lock_interruptible(&lock) == -EINTER) return; mutex_unlock(&lock); }',
    "x.litmus:3:52: unknown error '-EINTER'; did you mean 'EINTR'?",
  ],
  [
    'a call in an argument',
    'K x\n{ struct mutex lock; struct mutex other; bool flag; struct dma_fence f; struct workqueue_struct wq; }\nioctl t() { queue_delayed_work(&wq, &w, dma_fence_wait(&f, 0)); }\nwork w() on wq { }',
    "x.litmus:3:41: 'dma_fence_wait' is called in an argument of 'queue_delayed_work'; call it before, and give 'queue_delayed_work' what it returned",
  ],
  [
    'an object given to a function of the file',
    'K x\n{ struct mutex lock; struct mutex other; bool flag; struct dma_fence f; struct workqueue_struct wq; }\nstatic helper(l) { mutex_lock(&lock); mutex_unlock(&lock); }\nioctl t() { helper(&other); }',
    "x.litmus:4:21: a function of the file takes numbers, and 'helper' is given an object; write one function for each object",
  ],
  [
    'too many arguments of a function of the file',
    'K x\n{ struct mutex lock; struct mutex other; bool flag; struct dma_fence f; struct workqueue_struct wq; }\nstatic helper(n) { mutex_lock(&lock); mutex_unlock(&lock); }\nioctl t() { helper(1, 2); }',
    "x.litmus:4:13: 'helper' has 2 of 1 arguments",
  ],
  [
    'a variable with the name of an object',
    'K x\n{ struct mutex lock; struct mutex other; bool flag; struct dma_fence f; struct workqueue_struct wq; }\nioctl t() { int lock = 0; }',
    "x.litmus:3:17: 'lock' is an object of the file already; give the variable another name",
  ],
  [
    'a variable that is there twice',
    'K x\n{ struct mutex lock; struct mutex other; bool flag; struct dma_fence f; struct workqueue_struct wq; }\nioctl t() { int r = 1; int r = 0; }',
    "x.litmus:3:28: the variable 'r' is there twice in this function",
  ],
  [
    'a label that is there twice',
    'K x\n{ struct mutex lock; struct mutex other; bool flag; struct dma_fence f; struct workqueue_struct wq; }\nioctl t() { x: mutex_lock(&lock); x: mutex_unlock(&lock); }',
    "x.litmus:3:35: the label 'x' is there twice in this function",
  ],
  [
    'the result of a call that returns nothing',
    'K x\n{ struct mutex lock; struct mutex other; bool flag; struct dma_fence f; struct workqueue_struct wq; }\nioctl t() { if (mutex_lock(&lock)) mutex_unlock(&lock); }',
    "x.litmus:3:17: 'mutex_lock' returns nothing, and its result is used",
  ],
  [
    'a jump behind a guard',
    'K x\n{ struct mutex lock; struct mutex other; bool flag; struct dma_fence f; struct workqueue_struct wq; }\nioctl t() { if (nondet()) goto out; guard(mutex)(&lock); out: cond_resched(); }',
    "x.litmus:3:27: 'out' stands behind a guard that is not taken here",
  ],
  [
    'an unknown guard',
    'K x\n{ struct mutex lock; struct mutex other; bool flag; struct dma_fence f; struct workqueue_struct wq; }\nioctl t() { guard(mutx)(&lock); }',
    "x.litmus:3:19: unknown guard 'mutx'; did you mean 'mutex'?",
  ],
  [
    'an interrupt that is off and that nobody raises',
    'K x\n{ struct mutex lock; struct mutex other; bool flag; struct dma_fence f; struct workqueue_struct wq; }\nioctl t() { disable_irq(&i); }\nirq i() { cond_resched(); }',
    "x.litmus:4:1: 'i' is turned off and nobody raises it, so that nobody could see it; let a thread do so",
  ],
  ['something else', 'struct mutex a;', 'x.litmus:1:1: found \'struct\', expected "K"'],
  [
    'a missing semicolon',
    `${a}ioctl t() { mutex_lock(&a) }`,
    'x.litmus:3:28: found \'}\', expected ";" or an operator',
  ],
  [
    'an unknown word of an object',
    'K x\n{ struct workqueue_struct wq = orderd; }\nioctl t() { }',
    "x.litmus:2:32: unknown word 'orderd' for a workqueue_struct; did you mean 'ordered'?",
  ],
  [
    'too few arguments',
    `${a}ioctl t() { mutex_lock(); }`,
    "x.litmus:3:13: 'mutex_lock' has 0 arguments, expected mutex_lock(mutex)",
  ],
  [
    'an unknown variable',
    `${a}ioctl t() { int ret; rte = mutex_trylock(&a); }`,
    "x.litmus:3:22: no variable 'rte'; did you mean 'ret'?",
  ],
  [
    'an unknown flag',
    `${a}ioctl t() { kmalloc(64, GFP_KERNL); }`,
    "x.litmus:3:25: unknown flag 'GFP_KERNL'; did you mean 'GFP_KERNEL'?",
  ],
  [
    'an unknown version',
    'K x\nkernel 6.13;\nioctl t() { }',
    "x.litmus:2:8: unknown kernel version '6.13'; there are: 6.1, 6.12, 6.18, 7.0, 7.1",
  ],
  [
    'a call that is newer',
    'K x\nkernel 6.1;\n{ struct drm_exec e; }\nioctl t() { drm_exec_init(&e); drm_exec_fini(&e); }',
    "x.litmus:4:13: 'drm_exec_init' is there since Linux 6.6; this file is of 6.1",
  ],
  [
    'a call that is gone',
    'K x\nioctl t() { del_timer_sync(&w); }\ntimer w() { }',
    "x.litmus:2:13: 'del_timer_sync' is gone since Linux 6.15; this file is of 7.1",
  ],
  [
    'a name that is declared twice',
    'K x\n{ struct mutex a; struct mutex a; }\nioctl t() { }',
    "x.litmus:2:32: 'a' is declared twice",
  ],
  [
    'a thread that is called',
    `${a}ioctl t() { u(); }\nioctl u() { }`,
    "x.litmus:3:13: 'u' is a ioctl, a thread of its own, which nobody can call",
  ],
  [
    'a function that calls itself',
    `${a}static f() { f(); }\nioctl t() { f(); }`,
    "x.litmus:3:1: 'f' calls itself, perhaps through another function",
  ],
  [
    'a number that is too large',
    'K x\n{ bool b; }\nioctl t() { WRITE_ONCE(b, 7); }',
    "x.litmus:3:13: 'b' is a bool, from 0 to 1; found 7",
  ],
  [
    'an unknown law',
    'K x\nlaw F-99;\nioctl t() { }',
    "x.litmus:2:5: unknown law 'F-99'; did you mean 'F-9'?",
  ],
  [
    'a fragment without a description',
    `${a}fragment f() at run_job { }`,
    `x.litmus:3:17: 'f' has a place in a description, and the file says none: with "driver.json";`,
  ],
  [
    'a fence of no description',
    'K x\n{ struct dma_fence f = described; }\nioctl t() { }',
    `x.litmus:2:24: 'f' is of a description, and the file says none: with "driver.json";`,
  ],
  [
    'the name of what is pending',
    'K x\n{ struct mutex w_pending; struct workqueue_struct q; }\nkthread t() { queue_work(&q, &w); }\n' +
      'work w() on q { mutex_lock(&w_pending); mutex_unlock(&w_pending); }',
    "x.litmus:2:16: 'w_pending' is what the system calls something of another declaration; expected another name",
  ],
  [
    // Its thread gave its fairness to the beginning of x, which nobody owes.
    'the name of how a thread begins',
    'K x\n{ struct dma_fence f = visible; }\nioctl x() { dma_fence_signal(&f); ' +
      '}\nkthread x_start() { cond_resched(); }',
    "x.litmus:4:9: 'x_start' is what the system calls something of another declaration; expected another name",
  ],
  [
    'a name that every object has',
    'K x\n{ struct mutex constructor; }\nioctl t() { mutex_lock(&constructor); }',
    "x.litmus:2:16: 'constructor' cannot be a name here; expected another one",
  ],
  [
    'a letter that looks like another',
    'K x\n{ struct mutex \u0430; }\nioctl t() { }',
    'x.litmus:2:16: found \'\u0430\', expected "_" or a letter',
  ],
  [
    'what a terminal would obey',
    'K x\n"\u001b[31mred"\n{ struct mutex a; }\nioctl t() { }',
    'x.litmus:2:2: found a control character, expected text',
  ],
  [
    'break outside of a loop',
    `${a}ioctl t() { break; }`,
    "x.litmus:3:13: 'break' outside of a loop",
  ],
];

describe('bad input is one line that says where, what was found, what was expected', () => {
  test('there are cases', () => {
    expect(cases.length).toBeGreaterThanOrEqual(40);
  });
  test.each(cases)('%s', (_, text, line) => {
    expect(errorOf(text)).toBe(line);
    expect(line.length).toBeLessThanOrEqual(160);
  });
});

test('a file in which nothing is owed is not finite', () => {
  const [side] = sidesOfFile('x.litmus', `${a}ioctl t() { while (1) ; }`, kernelCalls);
  const { problems } = judgeSide(side!, { states: 1000 });
  expect(problems).toEqual(['finite, but nothing was ever owed: no run begins a thread that ends']);
});

test('functions that no thread runs are told: a finite answer leaves them out', () => {
  const text = `${a}ioctl t() { mutex_lock(&a); mutex_unlock(&a); }
shrinker scan() { mutex_lock(&a); mutex_lock(&a); }
static unused() { mutex_lock(&a); }
`;
  const [side] = sidesOfFile('x.litmus', text, kernelCalls);
  const answer = judgeSide(side!, { states: 1000 });
  const scan = { kind: 'shrinker', name: 'scan', line: 4, by: 'all' };
  expect(answer.verdict).toBe('finite');
  expect(answer.notRun).toEqual([scan, { kind: 'static', name: 'unused', line: 5, by: 'all' }]);
  const told = 'No thread runs shrinker scan (line 4) and static unused (line 5). This answer';
  expect(threadsText(answer, plainPaint, false).replace(/\s+/g, ' ')).toContain(told);

  const called = `${text}kthread u() { kmalloc(64, GFP_KERNEL); unused(); }\n`;
  const [other] = sidesOfFile('x.litmus', called, kernelCalls);
  expect(judgeSide(other!, { states: 1000 })).toMatchObject({ verdict: 'broken', notRun: [] });
});

test('lines that no run reaches are told where all is finite', () => {
  const text =
    `${a}ioctl t() {\n\tif (mutex_trylock(&a)) {\n\t\tmutex_unlock(&a);\n\t\treturn;\n\t}\n` +
    '\tcond_resched();\n\tmutex_lock(&a);\n\tmutex_unlock(&a);\n}';
  const [side] = sidesOfFile('x.litmus', text, kernelCalls);
  expect(judgeSide(side!, { states: 1000 }).unreached).toEqual([9, 10]);
});

test('a search that runs out is incomplete', () => {
  const [side] = sidesOfFile(
    'x.litmus',
    `${a}ioctl t() [4] { mutex_lock(&a); mutex_unlock(&a); }`,
    kernelCalls,
  );
  expect(judgeSide(side!, { states: 10 }).verdict).toBe('incomplete');
});
