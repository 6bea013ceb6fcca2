import type { TroubleKind } from '../../src/logs/vocabulary.ts';

/**
 * What a line of a kernel log looks like that speaks of trouble. A line that fits is judged, or
 * listed as seen and not judged.
 */
export const trouble: readonly TroubleKind[] = [
  // Reports of lockdep, kernel/locking/lockdep.c: their own lines.
  {
    name: 'lock report',
    pattern:
      'possible (?:circular locking dependency|recursive locking|irq lock inversion)|inconsistent lock state|' +
      '-safe -> \\S+-unsafe lock order|Invalid wait context|bad unlock balance|' +
      'lock held when returning|still has locks held|' +
      'held lock freed|is trying to (?:acquire|lock|release)\\b|just changed the state of lock|' +
      'Possible (?:interrupt )?unsafe locking scenario|\\*\\*\\* (?:AA )?DEADLOCK \\*\\*\\*|' +
      '^ ?inconsistent \\{|dependency chain \\(in reverse order\\)|which lock already depends on|' +
      'which would create a new lock dependency|No more locks to release|no more locks to release',
    part: 'lock report',
  },
  {
    name: 'DEPT report',
    pattern:
      '^\\s*DEPT: |^\\s*\\[[SWE]\\] (?:\\(unknown\\)|\\w+)\\(|' +
      '^\\s*\\[[SWE]\\]: (?:start|the)|^\\s*context [A-Z]\\s*$',
    part: 'dept',
  },
  {
    name: 'end of lock checking',
    pattern:
      'BUG: MAX_LOCK\\w* too low|BUG: MAX_STACK_TRACE_ENTRIES too low|DEBUG_LOCKS_WARN_ON|' +
      'trying to register non-static key|INFO: lockdep is turned off|chain_key collision|Nested lock was not taken|' +
      'bad contention detected|BUG: key \\S+ has not been registered',
  },
  { name: 'suspicious RCU usage', pattern: '[Ss]uspicious (?:rcu_dereference_check\\(\\)|RCU) usage' },
  // Tasks that do not go on.
  {
    name: 'hung task',
    pattern: 'INFO: task .+:\\d+ (?:blocked|is blocked)|INFO: task .{1,40} blocked for more than',
    part: 'task',
  },
  {
    name: 'blocked task',
    pattern: '^ *task:\\S.{0,15}? +state:D |^ *\\S.{0,15}? +D +(?:stack:)? *\\d+ +\\d+ +\\d+ 0x',
    part: 'task',
  },
  {
    name: 'RCU stall',
    pattern:
      'detected stalls? on (?:CPU|tasks)|self-detected stall|' +
      'detected expedited stalls|kthread starved for|rcu_\\w+ stall',
  },
  { name: 'soft lockup', pattern: 'soft lockup' },
  { name: 'hard lockup', pattern: '[Hh]ard LOCKUP|hard lockup|NMI watchdog: Watchdog detected' },
  { name: 'workqueue lockup', pattern: 'workqueue lockup' },
  { name: 'workqueue that hogged a CPU', pattern: 'hogged CPU for' },
  { name: 'workqueue warning', pattern: "is flushing !WQ_MEM_RECLAIM|isn't complete after|workqueue leaked" },
  { name: 'sleeping in atomic', pattern: 'sleeping function called from invalid context', part: 'sleep' },
  { name: 'scheduling while atomic', pattern: 'scheduling while atomic', part: 'sleep' },
  // Sanitizers and other checks of memory.
  { name: 'KASAN report', pattern: '\\bKASAN\\b' },
  { name: 'KCSAN report', pattern: '\\bKCSAN\\b' },
  { name: 'KMSAN report', pattern: '\\bKMSAN\\b' },
  { name: 'KFENCE report', pattern: '\\bKFENCE: ' },
  { name: 'UBSAN report', pattern: '\\bUBSAN\\b' },
  { name: 'memory leak', pattern: 'kmemleak: \\d+ new suspected' },
  { name: 'refcount underflow', pattern: 'refcount_t: underflow' },
  { name: 'refcount error', pattern: 'refcount_t: ' },
  { name: 'list corruption', pattern: 'list_(?:add|del) corruption|list_add double add' },
  { name: 'page error', pattern: 'Bad page (?:state|map)|page allocation failure|bad: scheduling' },
  {
    name: 'slab error',
    pattern: '(?:Slab|Object|Redzone|Poison|Right Redzone|Left Redzone)\\b.{0,40}overwritten|BUG kmalloc',
  },
  {
    name: 'use of memory that is not owned',
    pattern:
      '(?:slab|stack|global|vmalloc|kmalloc|wild)-(?:out-of-bounds|use-after-free|' +
      'memory-access)|\\buse-after-free\\b',
  },
  { name: 'out of memory', pattern: 'invoked oom-killer|[Oo]ut of memory:|oom-kill:constraint' },
  { name: 'object error', pattern: 'ODEBUG: ' },
  // The kernel stops a task or itself.
  { name: 'kernel BUG', pattern: 'kernel BUG at', part: 'stop' },
  {
    name: 'oops',
    pattern:
      '\\bOops\\b|unable to handle|Unable to handle kernel|' +
      'general protection fault|invalid opcode:|Internal error:|' +
      'divide error:|stack segment:|kernel NULL pointer dereference|double fault:|[Kk]ernel stack overflow|' +
      'stack guard page was hit|Fixing recursive fault|Bad mode in|SError Interrupt|Code: Bad RIP',
  },
  { name: 'kernel panic', pattern: 'Kernel panic' },
  { name: 'machine check', pattern: '\\[Hardware Error\\]|Machine check events logged|mce: ' },
  { name: 'unhandled interrupt', pattern: 'irq \\d+: nobody cared' },
  // GPUs: the lines of the drivers' timeout handlers.
  { name: 'ring timeout', pattern: 'ring \\S+ timeout|ring \\d+ stalled for more than|ring \\S+ test failed' },
  {
    name: 'GPU hang',
    pattern:
      'GPU HANG|GPU hang|gpu hang|GPU lockup|hangcheck (?:detected|recover)|recover hung GPU|' +
      'hung GPU|Resetting GPU for hang|' +
      'Hangcheck|stopped heartbeat|Engine hang|engine hang',
  },
  {
    name: 'job timeout',
    pattern:
      '[Tt]imed ?out job|[Jj]ob (?:timed ?out|timeout(?! *=))|sched timeout|PROGRESS_TIMER|' +
      'Fence expiration time ?out|' +
      'fence (?:timed? ?out|wait timed? ?out)|syncpoint.{0,40}(?:timed? ?out|stuck)|ping timeout|no progress on',
  },
  {
    name: 'GPU reset',
    pattern:
      'GPU reset(?! method)|GPU recover|gpu recover|Resetting (?:chip|GPU|rcs|bcs|vcs|vecs|' +
      'ccs)|[Ee]ngine reset:|GT reset (?:queued|started|failed)|' +
      'VRAM is lost|reset request timed ?out|failed to reset',
  },
  { name: 'wedged device', pattern: '\\bwedged\\b|WEDGED=' },
  {
    name: 'GPU fault',
    pattern:
      'gpu fault|GPU fault|[Pp]age fault \\(src_id|VM_L2_PROTECTION_FAULT|' +
      'Unhandled [Pp]age fault|MMU (?:FAULT|fault|error)|' +
      'mmu page fault|SCHED_ERROR|CTXSW_TIMEOUT|NVRM: Xid|CAT error|js fault|fifo: fault|' +
      'gr: .*(?:ERROR|exception|TRAP)|TRAP ch \\d|channel \\d+: killed|offending task:',
  },
  {
    name: 'device coredump',
    pattern: '[Dd]ev(?:ice)? ?core ?dump|\\*\\*\\*\\* Xe Device Coredump|Guilty (?:process|queue)',
  },
  { name: 'driver error', pattern: '\\*ERROR\\*' },
  // Whatever hardware a line is of: other words of drivers for what did not come.
  {
    name: 'IOMMU fault',
    pattern: 'DMAR: \\[|DMAR: DRHD: handling fault|Unhandled context fault|IO_PAGE_FAULT|AMD-Vi: Event logged',
  },
  {
    name: 'eviction or preemption failed',
    pattern:
      '[Ee]viction failed|Freeing queue vital buffer|exceeds resident system memory|SVM mapping failed|' +
      '[Uu]nsuccessful (?:queues? )?preemption|[Pp]reemption (?:failed|timed? ?out)|' +
      '[Ff]ailed to (?:evict|preempt|suspend queue|terminate (?:group|queue|context)|idle channel|find memory space)',
  },
  {
    name: 'device does not answer',
    half: true,
    pattern:
      'fallen off the bus|(?:failed|fails) to respond|(?:not|never|stopped) respond|' +
      '(?:has|did) not (?:finish|complete|ack)|' +
      '\\bunrecoverable\\b|\\(Fatal\\) error|[Ff]atal error|[Dd]evice is (?:not usable|unusable)|\\bbit stuck\\b|' +
      '[Bb]us error|[Dd]evice (?:is )?(?:lost|hung|dead)|is hung\\b|\\bis stuck\\b',
  },
  {
    name: 'timeout',
    half: true,
    pattern:
      '\\b[Tt]imed[- ]?out\\b|\\bTIMED ?OUT\\b|\\bE?TIME(?:D ?OUT|OUT)\\b|' +
      '\\b[Tt]ime-?out\\b(?!s? *(?:[=:(]|is\\b|set\\b|of\\b|to\\b|value|parameter|in \\d|' +
      'after \\d+ ?m?s\\b.*default))|' +
      '\\berror -(?:62|110)\\b',
  },
  { name: 'slow interrupt handler', pattern: 'handler \\(.+\\) took too long' },
  // Whatever else calls itself a warning or a bug.
  { name: 'kernel warning', pattern: '\\bWARNING\\b:|\\bWARN_ON' },
  { name: 'bug', pattern: '\\bBUG\\b[: ]' },
  { name: 'fence released too early', pattern: 'released with pending signals' },
  // Of reports whose first lines were not copied: locks with their usage, frames.
  {
    name: 'part of a lock report',
    pattern:
      '-> ?#\\d+ \\(|\\)\\s*\\{[-+.?]{3,10}\\}|other info that might help us debug|stack backtrace:|' +
      '\\d+ locks? held by |already holding|lock\\(.+\\);',
    part: 'lock report',
    alone: 60,
  },
  {
    name: 'part of a call trace',
    pattern:
      '^\\s*(?:\\? )?[A-Za-z_][\\w.]*(?:\\+0x[0-9a-f]+/0x[0-9a-f]+|' +
      ' \\([\\w/.-]+\\.[chS]:\\d+.*\\))(?: \\[\\w+\\])?\\s*$|' +
      '^\\s*\\[<[0-9a-f]+>\\] [A-Za-z_]|^\\s*<(?:TASK|IRQ|NMI)>|RIP: [0-9a-f]{4}:|end trace [0-9a-f]{16}|' +
      '^\\s*[a-z_0-9]+ .{0,12}\\+0x[0-9a-f]+/0x[0-9a-f]+',
    alone: 60,
  },
  { name: 'call trace', pattern: '^\\s*Call [Tt]race:\\s*$', alone: 60 },
];
