import { describe, expect, it } from 'vitest';
import { fitted } from '../../src/cli/commands.ts';
import { cli, file } from './in-process.ts';

const driver = 'x';
/** What is in the file, and what is said of it behind the name of the file; a list where there are several lines. */
const cases: readonly (readonly [string, unknown, string | readonly string[]])[] = [
  [
    'unknown field',
    { driver, job: {} },
    ":1:15: job: unknown field 'job'; did you mean 'jobs'? There are: driver, about, kernel, jobs, " +
      'pageFaults, compute, hardware, engines, arbitration, hardwareCan, submission, ' +
      'hardwareWait, reclaimWaits, foreignDevice, options, uses, without, variants, ' +
      'hazards, cites, expect',
  ],
  [
    'unknown field of jobs',
    { driver, jobs: { fence: 1 } },
    ":1:23: jobs.fence: unknown field 'fence'; did you mean 'fenced'? There are: fenced, faulting",
  ],
  [
    'misspelt option',
    '{\n  "driver": "x",\n  "options": ["premept"]\n}',
    ":3:15: options[0]: unknown option 'premept'; did you mean 'preempt'? There are: " +
      'preempt, reserve-static, reserve-in-flight, flush, separate-memory, ' +
      'track-dependencies',
  ],
  [
    'misspelt clause',
    { driver, options: ['flush'], without: ['flush/held-until-publish'] },
    ":1:46: without[0]: unknown clause 'flush/held-until-publish'; did you mean " +
      "'flush/held-until-published'? There are: flush/fences-before-fault-job, " +
      'flush/preempt-before-visible, flush/held-until-published, flush/waits-outside-locks',
  ],
  [
    'misspelt hazard',
    { driver, hazards: ['signal-path-reclaim'] },
    ":1:26: hazards[0]: unknown hazard 'signal-path-reclaim'; did you mean " +
      "'signal-path-reclaims'? There are: signal-path-reclaims, recovery-allocates, " +
      'recovery-takes-submit-lock, recovery-flushes-waiter, preempt-fence-allocates, ' +
      'faulting-job-has-fence, faulting-job-implicit-sync, fence-awaits-user-fence, ' +
      'repair-on-busy-engine, reserve-under-repair-lock, cpu-fault-in-repair, ' +
      'pool-falls-back, signal-path-takes-resv, run-job-takes-lock, run-job-reclaims, ' +
      'reclaims-between-arm-and-push, completion-puts-last-mm, notifier-takes-resv, ' +
      'work-flushes-itself, workqueue-without-mem-reclaim',
  ],
  [
    'misspelt word of a fact',
    { driver, compute: 'infinite' },
    ":1:15: compute: unknown word 'infinite'; did you mean 'finite'? There are: finite, long-running, unknown",
  ],
  [
    'misspelt ability',
    { driver, hardwareCan: ['preempt-faults'] },
    ":1:30: hardwareCan[0]: unknown ability 'preempt-faults'; did you mean " +
      "'preempt-faulted'? There are: preempt-running, preempt-faulted",
  ],
  [
    'a clause that the option lacks',
    { driver, options: ['flush'], without: ['flush/while-faulted'] },
    /unknown clause 'flush\/while-faulted'/.source,
  ],
  [
    'a clause of an option that is not chosen',
    { driver, options: ['flush'], without: ['preempt/while-faulted'] },
    ":1:46: without[0]: 'preempt/while-faulted' belongs to the option 'preempt', and \"options\" has only: flush",
  ],
  [
    'a clause without any option',
    { driver, without: ['preempt/while-faulted'] },
    ":1:26: without[0]: 'preempt/while-faulted' belongs to the option 'preempt', and \"options\" has none",
  ],
  [
    'a variant without its option',
    { driver, variants: ['reserve-in-flight/not-counted'] },
    ":1:27: variants[0]: 'reserve-in-flight/not-counted' belongs to the option " +
      '\'reserve-in-flight\', and "options" has none',
  ],
  [
    'two variants of one clause',
    {
      driver,
      options: ['reserve-in-flight'],
      variants: ['reserve-in-flight/not-counted', 'reserve-in-flight/released-at-hw-done'],
    },
    /both stand in for 'reserve-in-flight\/until-signaled': keep one of the two/.source,
  ],
  [
    'a variant of what is left out',
    {
      driver,
      options: ['reserve-in-flight'],
      without: ['reserve-in-flight/until-signaled'],
      variants: ['reserve-in-flight/not-counted'],
    },
    /stands in for 'reserve-in-flight\/until-signaled', which "without" leaves out/.source,
  ],
  [
    'hardware cannot: while faulted',
    { driver, options: ['preempt'], hardwareCan: ['preempt-running'] },
    ":1:26: options[0]: the clause 'preempt/while-faulted' promises what the hardware " +
      'cannot do: "hardwareCan" lacks \'preempt-faulted\'; add it, or put the clause in ' +
      '"without"',
  ],
  [
    'hardware cannot: while running',
    { driver, options: ['preempt'], hardwareCan: ['preempt-faulted'] },
    ":1:26: options[0]: the clause 'preempt/while-running' promises what the hardware " +
      'cannot do: "hardwareCan" lacks \'preempt-running\'; add it, or put the clause in ' +
      '"without"',
  ],
  [
    'hardware can nothing: both',
    { driver, options: ['preempt'], hardwareCan: [] },
    [/while-running' promises/.source, /while-faulted' promises/.source],
  ],
  [
    'hazards without page faults',
    { driver, pageFaults: 'none', hazards: ['pool-falls-back', 'signal-path-reclaims'] },
    ':1:46: hazards[0]: \'pool-falls-back\' is about the repair of page faults, and "pageFaults" is "none"',
  ],
  [
    'an option without page faults',
    { driver, pageFaults: 'none', options: ['separate-memory'] },
    ':1:46: options[0]: \'separate-memory\' is about the repair of page faults, and "pageFaults" is "none"',
  ],
  [
    'fewer than no jobs',
    { driver, jobs: { fenced: -1 } },
    ':1:23: jobs.fenced: found -1, expected 0 to 4',
  ],
  [
    '10,000 jobs',
    { driver, jobs: { faulting: 10_000 } },
    ':1:23: jobs.faulting: found 10000, expected 0 to 4',
  ],
  [
    'half a job',
    { driver, jobs: { faulting: 1.5 } },
    ':1:23: jobs.faulting: found 1.5, expected a whole number, 0 to 4',
  ],
  [
    'jobs in words',
    { driver, jobs: { faulting: 'two' } },
    ':1:23: jobs.faulting: found "two", expected a whole number, 0 to 4',
  ],
  [
    'a huge number',
    '{"driver":"x","jobs":{"fenced":1e400}}',
    ':1:23: jobs.fenced: found Infinity, expected a whole number, 0 to 4',
  ],
  [
    'too many jobs',
    { driver, jobs: { fenced: 4, faulting: 5 } },
    ':1:34: jobs.faulting: found 5, expected 0 to 4',
  ],
  [
    'an option twice',
    { driver, options: ['flush', 'flush'] },
    ":1:34: options[1]: found 'flush' twice",
  ],
  [
    'a list that is none',
    { driver, options: 'flush' },
    ':1:15: options: found "flush", expected a list',
  ],
  [
    'an ability that is no list',
    { driver, hardwareCan: true },
    ':1:15: hardwareCan: found true, expected a list of preempt-running, preempt-faulted, or "unknown"',
  ],
  [
    'a fact that is a number',
    { driver, compute: 3 },
    ':1:15: compute: found 3, expected one of: finite, long-running, unknown',
  ],
  [
    'a device that is a word',
    { driver, foreignDevice: 'no' },
    ':1:15: foreignDevice: found "no", expected true, false, or "unknown"',
  ],
  [
    'incomplete cannot be wanted',
    { driver, expect: 'incomplete' },
    /expect: unknown word 'incomplete'/.source,
  ],
  [
    'a cite of nothing',
    { driver, cites: { flush: { file: 'a', says: 'b' } } },
    /cites\.flush: unknown choice 'flush'/.source,
  ],
  ['no driver', { about: 'x' }, ':1:1: found no "driver", expected its name: { "driver": "..." }'],
  [
    'an empty name',
    { driver: '' },
    ':1:2: driver: found an empty name, expected one of 1 to 80 characters',
  ],
  ['a name that is a number', { driver: 7 }, ':1:2: driver: found 7, expected a string'],
  ['a list', [], ':1:1: found a list, expected an object'],
  ['null', 'null', ':1:1: found null, expected an object'],
  [
    'several faults at once',
    { driver, comput: 'finite', options: ['flsh'] },
    [
      /options\[0\]: unknown option 'flsh'; did you mean 'flush'/.source,
      /comput: unknown field 'comput'; did you mean 'compute'/.source,
    ],
  ],
  ['not JSON', '{"driver": "x",}', ":1:16: not JSON: found '}', expected a field's name in quotes"],
  [
    'a comment',
    '{\n  // mine\n  "driver": "x"\n}',
    ":2:3: not JSON: found '/', expected a field's name in quotes, or '}'",
  ],
  [
    'single quotes',
    "{'driver': 1}",
    ":1:2: not JSON: found ''', expected a field's name in quotes, or '}'",
  ],
  [
    'behind the end',
    '{"driver":"x"} {}',
    ":1:16: not JSON: found '{', expected the end of the file",
  ],
  ['cut off', '{"driver":"x"', ":1:14: not JSON: found the end of the file, expected ',' or '}'"],
  [
    'a key twice',
    '{"driver":"x","compute":"finite","compute":"long-running"}',
    ":1:34: the field 'compute' is there twice",
  ],
  [
    'a key twice, the second escaped',
    '{"driver":"x","\\u0064river":"y"}',
    ":1:15: the field 'driver' is there twice",
  ],
  [
    'nested deep',
    `{"driver":"x","cites":${'['.repeat(100_000)}`,
    ':1:87: nested more than 64 deep',
  ],
  [
    '__proto__',
    '{"driver":"x","__proto__":{"compute":"finite"}}',
    /__proto__: unknown field '__proto__'/.source,
  ],
  ['empty', '', ': it is empty, expected JSON'],
  ['blank', ' \n\n', ': it is empty, expected JSON'],
  ['not text', new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]), ': not text in UTF-8, expected JSON'],
];

describe('bad input', () => {
  it('is tried in many ways', () => {
    expect(cases.length).toBeGreaterThan(45);
  });

  it.each(cases)('%s', async (_, content, message) => {
    const path = file(content);
    const { code, out, err } = await cli('check', path);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    const lines = err.trimEnd().split('\n');
    const expected = typeof message === 'string' ? [message] : message;
    expect(lines).toHaveLength(expected.length);
    for (const line of lines) expect(line.startsWith(`finite-fence: ${path}:`)).toBe(true);
    expected.forEach((text, at) =>
      text.startsWith(':')
        ? expect(lines[at]).toBe(fitted(`finite-fence: ${path}${text}`))
        : expect(lines[at]).toMatch(new RegExp(text)),
    );
  });

  it.each([
    ['no such file', ['check', '/no/such/file.json'], '/no/such/file.json: there is no such file'],
    ['a directory', ['check', '/'], '/: it is a directory, expected a file'],
    [
      'a file in a file',
      ['check', `${file({ driver })}/x`],
      /a part of the path is not a directory/,
    ],
    [
      'two bad files, two lines',
      ['check', '/', '/no/such'],
      /it is a directory[^]*there is no such file/,
    ],
    ['no such command', ['chek'], /unknown command 'chek'; did you mean 'check'\?/],
    ['no such option', ['check', '--jsn'], /unknown option '--jsn'; did you mean '--json'\?/],
    ['no command', [], /Usage: finite-fence/],
    ['no states at all', ['check', '--max-states', '0'], /expected a number from 1 to 2000000000/],
    [
      'no such engine',
      ['check', '--engine', 'quantum'],
      /--engine: found 'quantum', expected one of auto, explicit, symbolic$/m,
    ],
    ['states in words', ['check', '--max-states', 'many'], /expected a number from 1/],
    [
      'bytes in words',
      ['check', '--max-bytes', '1.5G'],
      /expected a number from 1 to \d+; k, M or G may follow it/,
    ],
    [
      'a baseline that is none',
      ['check', file({ driver }), '--baseline', file({ driver })],
      /found no verdicts, expected what 'finite-fence check --json' prints/,
    ],
    [
      'a baseline of another schema',
      [
        'check',
        file({ driver }),
        '--baseline',
        file({ schema: 3, driver, verdict: 'finite', promises: [] }),
      ],
      /found schema 3, which is neither 1 nor 2/,
    ],
    [
      'a baseline with a verdict that is none',
      [
        'check',
        file({ driver }),
        '--baseline',
        file({ schema: 1, driver, verdict: 'fine', promises: [] }),
      ],
      /found the verdict "fine"/,
    ],
    [
      'a baseline that is not there',
      ['check', file({ driver }), '--baseline', '/no/such'],
      /\/no\/such: there is no such file/,
    ],
    [
      'a litmus that is none',
      ['litmus', 'PREEMTP'],
      /unknown test 'PREEMTP'; did you mean 'PREEMPT'\?/,
    ],
    [
      'export to nothing',
      ['export', 'msm'],
      /found no --to <NOTATION>, expected one; --help says which/,
    ],
    ['an option without its value', ['log', '--html'], /^finite-fence: --html: expected <FILE>$/m],
    ['a word too many', ['table', 'msm'], /table: found 1 word, expected none$/m],
    ['words too many', ['diff', 'msm', 'i915', 'xe'], /diff: found 3 words, expected at most 2$/m],
    ['a shell that is none', ['completion', 'tcsh'], /SHELL: found 'tcsh', expected one of bash, /],
    [
      'a side of a test that has none',
      ['litmus', 'PREEMPT', '--before'],
      /--before: found tests of the gallery/,
    ],
    [
      '--write-expected of threads',
      ['litmus', '/no/such.litmus', '--write-expected'],
      /expected a test of the/,
    ],
    [
      'more states without faults',
      ['paths', 'msm', '--extra-states', '1'],
      /found --extra-states without --cover faults/,
    ],
    [
      'export to another language',
      ['export', 'msm', '--to', 'tla'],
      /--to: found 'tla', expected one of promela, murphi, json/,
    ],
    [
      'export of what is unknown',
      ['export', 'msm', '--to', 'json'],
      /arbitration is "unknown": only a system without unknown facts can be exported/,
    ],
    [
      'export to a directory',
      ['export', file({ driver }), '--to', 'json', '-o', '/'],
      /\/: it cannot be written/,
    ],
  ])('%s', async (_, argv, message) => {
    const { code, out, err } = await cli(...argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    if (typeof message === 'string') expect(err).toBe(`finite-fence: ${message}\n`);
    else expect(err).toMatch(message);
  });
});

describe('one line of at most 160 columns, whatever is wrong', () => {
  const name = file({ driver: 'x' });
  it.each([
    [['chek', 'msm'], "unknown command 'chek'; did you mean 'check'?"],
    [['help', 'chek'], "unknown command 'chek'; did you mean 'check'?"],
    [['check', 'mssm'], "unknown driver 'mssm'; did you mean 'msm'?"],
    [['why', 'mssm'], "unknown driver 'mssm'; did you mean 'msm'?"],
    [['check', name, '--enginee', 'auto'], "unknown option '--enginee'; did you mean '--engine'?"],
    [['paths', 'msm', '--to', 'fense[1]=visible'], "unknown part 'fense[1]'"],
    [
      ['paths', 'premept'],
      "unknown driver, option or litmus test 'premept'; did you mean 'preempt'?",
    ],
    [
      ['check', file({ driver: 'x', hazards: ['toString'] })],
      "unknown hazard 'toString'; there are: ",
    ],
    [['check', file({ driver: 'x\u001b[31m' })], 'driver: found control characters, expected text'],
    [['log', file('')], 'it is empty; tried: event text'],
  ])('%j', async (argv, said) => {
    const { code, out, err } = await cli(...argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(said);
    expect(err.split('\n')).toHaveLength(2);
    expect(err.replace(/^finite-fence: \/\S+\//, '').length).toBeLessThanOrEqual(161);
  });
});
