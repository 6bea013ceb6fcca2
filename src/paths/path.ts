/** The JSON of a path file: its schema, and the types that follow from it. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import { interpretSchemas } from '../system/interpreted.ts';

const builtAll = interpretSchemas(z);

/** Of the JSON below. Files of version 1 are converted when they are read (schema-1.ts). */
export const schemaVersion = 2;

const cite = z
  .strictObject({ file: z.string(), says: z.string() })
  .describe('The sentence of the documents that this rests on.');

const moved = z.strictObject({ event: z.string(), from: z.string(), to: z.string() });

const saidByThreads = z
  .strictObject({
    thread: z.string(),
    call: z.string(),
    line: z.int().min(0).describe('0: it stands in no line.'),
  })
  .describe('The step as its file of threads says it. It is not under the seal.');

const pathStep = z.strictObject({
  number: z.int().min(1).describe('Its place in the path, from 1.'),
  step: z.string().describe('What is done.'),
  said: saidByThreads.optional(),
  actor: z.string().describe('Who does it.'),
  parts: z
    .record(z.string(), moved)
    .describe(
      'Every part that takes an event in this step: the event, where the part was and ' +
        'where it is then. All others stay where they are.',
    ),
  clause: z
    .string()
    .nullable()
    .describe('The clause that brings this step; null for what belongs to the system itself.'),
  cite: cite.nullable(),
  seal: z
    .string()
    .regex(/^[0-9a-f]{8}$/)
    .describe(
      'A hash of this step and all steps before it. It shows which step was edited by hand.',
    ),
});

const because = z.strictObject({
  by: z
    .enum(['guard', 'move', 'absent'])
    .describe(
      'guard: a guard is false. move: a part does not take its event in its state. absent: ' +
        'this system has no such step.',
    ),
  parts: z.record(z.string(), z.string()).describe('The parts that refuse, and their states.'),
  needs: z.string().describe('What would have to hold.'),
  clause: z
    .string()
    .nullable()
    .describe(
      'The clause that brings the guard or move, or takes the step away; null where the system itself refuses.',
    ),
  cite: cite.nullable(),
});

const refusal = because.extend({
  step: z.string().describe('What must not happen.'),
  after: z
    .int()
    .min(0)
    .describe(
      'The number of steps of the path after which it is first refused, although it would be ' +
        'possible without the clause.',
    ),
  until: z
    .int()
    .nullable()
    .describe(
      'The number of steps after which the clause no longer refuses it; null: it is refused to the end of the path.',
    ),
  delayed: z.boolean().describe('Whether it is possible then, so that it only has to wait.'),
});

const rescue = z.strictObject({
  number: z
    .int()
    .min(1)
    .nullable()
    .describe('The first step that would be refused without the clause; null where none is.'),
  step: z.string().nullable(),
  without: because.nullable().describe('Why it would be refused.'),
  since: z
    .int()
    .min(1)
    .nullable()
    .describe(
      'The first step after which parts are in other states than without the clause; null ' +
        'where that step is the refused one.',
    ),
  differs: z
    .record(z.string(), z.strictObject({ with: z.string(), without: z.string() }))
    .describe('Those parts.'),
});

const instrument = z.strictObject({
  at: z
    .array(z.string())
    .min(1)
    .describe('Functions in which a test observes or delays the steps around the brink.'),
  shows: z.string().describe('What is seen where an implementation does not keep the clause.'),
  nearest: z
    .string()
    .nullable()
    .describe('The existing test that comes nearest; null where there is none.'),
});

const shown = z.strictObject({
  name: z.string(),
  says: cite,
  about: z.string().nullable(),
  breaks: z
    .array(z.string())
    .describe('The promises that are lost at the brink without the clause.'),
  verdict: z
    .enum(['deadlock', 'indefinite'])
    .nullable()
    .describe(
      'How they are lost: for ever, or until the environment helps. Null where none is lost; ' +
        'the path is then the shortest in which the clause matters.',
    ),
  brink: z
    .int()
    .describe(
      'The number of steps to the brink. There the next step of the run that loses the ' +
        'promises is tried; where no step is refused, the promises are lost there without the ' +
        'clause. The further steps lead to where all promises are kept.',
    ),
  tried: z
    .string()
    .nullable()
    .describe(
      'The step that is tried at the brink and must be refused, or wait; null in a `rescued` path.',
    ),
  refusals: z
    .array(refusal)
    .describe('What must be refused, or wait, because of the clause, on the whole path.'),
  rescue: rescue.nullable().describe('How the clause helps; null in a `refused` path.'),
  instrument: instrument.nullable(),
});

const lawful = z.strictObject({
  step: z.string().describe('What must not happen.'),
  after: z
    .int()
    .min(0)
    .describe(
      'The number of steps after which it is first tried; it is tried after each further step before `until`.',
    ),
  until: z.int(),
});

const path = z.strictObject({
  id: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .describe('A hash of the names of its steps, unique within each system of the file.'),
  targets: z.array(z.string()).describe('What it covers that no earlier path of the file covers.'),
  system: z.string().describe('One of the systems of this file.'),
  kind: z
    .enum(['walk', 'refused', 'rescued', 'tries'])
    .describe(
      '`walk`: every step is possible. `refused`: at the brink something is tried that ' +
        'must not happen. `rescued`: at the brink the clause still has a way out. `tries`: what is ' +
        'tried is part of the test, in the order of `refused`, more than once where it says so.',
    ),
  steps: z.array(pathStep),
  clauses: z.array(shown).describe('The clauses that this path shows; none for a walk.'),
  refused: z
    .array(lawful)
    .optional()
    .describe(
      'What is tried on the way and must be refused, or wait, whatever the clauses: each step ' +
        'once in each state of the system in which it is not possible, unless the path is of the ' +
        'kind `tries`. `refusals` of the file says why.',
    ),
});

const system = z.strictObject({
  digest: z.string().describe('The digest of the program that the paths were made from.'),
  described: z.unknown().describe('What the system is made from.'),
  initial: z
    .record(z.string(), z.string())
    .describe('The state of every part before the first step.'),
});

const file = z.strictObject({
  $schema: z.string().optional(),
  schema: z.literal(schemaVersion),
  version: z.string().describe('The version of the package that wrote the file.'),
  name: z.string().describe('What the paths are for.'),
  cover: z.string().describe('The criterion.'),
  systems: z.record(z.string(), system),
  refusals: z
    .record(
      z.string(),
      z.strictObject({
        by: z.enum(['law', 'model']),
        says: cite.nullable(),
        said: saidByThreads.optional(),
      }),
    )
    .optional()
    .describe(
      'For each step of some `refused`, why it must not happen where it is not possible: the ' +
        'law forbids it, or only the model. The key is the name of the step without its numbers.',
    ),
  size: z.strictObject({
    paths: z.int(),
    steps: z.int(),
    perPath: z.number().describe('K in cost = steps + K * paths.'),
    cost: z.number(),
    bound: z
      .number()
      .nullable()
      .describe('A lower bound: no suite costs less. Null where there is no bound.'),
    longest: z.int(),
    shortestEach: z
      .strictObject({ paths: z.int(), steps: z.int() })
      .nullable()
      .describe('For comparison: a shortest path for every target, and none that begins another.'),
    beside: z
      .record(z.string(), z.strictObject({ paths: z.int(), steps: z.int() }))
      .optional()
      .describe('For comparison: the suites of other criteria, by criterion.'),
  }),
  coverage: z.strictObject({
    targets: z.int(),
    covered: z.int(),
    coverable: z.int(),
    uncovered: z
      .array(z.strictObject({ target: z.string(), why: z.string() }))
      .describe('Targets that can be covered, but that no path of this file covers.'),
    unreachable: z.array(z.strictObject({ target: z.string(), why: z.string() })),
    stopped: z
      .string()
      .optional()
      .describe(
        'What ended the search early, where something did: what it did not reach is neither covered nor counted.',
      ),
  }),
  paths: z.array(path),
});
builtAll();

/** A step of a path: who does it, what each part does, and the seal over it and all before. */
export type PathStep = Readonly<z.infer<typeof pathStep>>;
/** Why a step is refused: the guard or move, where its parts stand, and what it needs. */
export type Because = Readonly<z.infer<typeof because>>;
/** A stretch of a path along which a clause refuses a step. */
export type Refusal = Readonly<z.infer<typeof refusal>>;
/** How a clause helps on a path on which it refuses nothing. */
export type Rescue = Readonly<z.infer<typeof rescue>>;
/** What a test of this path looks at, and what it would see. */
export type Instrument = Readonly<z.infer<typeof instrument>>;
/** A step that is tried between two steps of a path, and must be refused. */
export type Lawful = Readonly<z.infer<typeof lawful>>;
/** One test: steps from the initial state, and what must be refused on the way. */
export type TestPath = Readonly<z.infer<typeof path>>;
/** A suite of paths for one criterion, as it is written. */
export type PathFile = Readonly<z.infer<typeof file>>;
export { file as pathFile };

/** The JSON Schema of a path file. */
export const pathsJsonSchema = (): Record<string, unknown> => ({
  ...z.toJSONSchema(file, { io: 'input' }),
  $id: 'https://unpkg.com/finite-fence/docs/paths.schema.json',
  title: 'Test paths of finite-fence',
});

/** The first digits of the SHA-256 of a text. */
const hex = (text: string, digits: number): string =>
  bytesToHex(sha256(utf8ToBytes(text))).slice(0, digits);

/** Something that is tried after so many steps. */
type Try = { readonly step: string; readonly after: number };

/**
 * The id of a path: of the names of its steps in order; and, where something that is tried is part
 * of the test, of its name and place.
 * @param tried in their order: at the brink of a clause, or on the way
 */
export function pathId(
  steps: readonly string[],
  tried: Try | readonly Try[] | null = null,
): string {
  const tries = tried === null ? [] : [tried].flat();
  const words: string[] = [];
  for (let at = 0; at <= steps.length; at++) {
    for (const { step, after } of tries as readonly Try[]) if (after === at) words.push(`!${step}`);
    if (at < steps.length) words.push(steps[at]!);
  }
  return hex(words.join('\n'), 16);
}

/** The steps under their seals. */
export function sealSteps(steps: readonly Omit<PathStep, 'seal'>[]): PathStep[] {
  let before = '';
  return steps.map((one) => ({ ...one, seal: (before = sealOf(one, before)) }));
}

/** The seal of a step: a hash of what is done and what it does, not of what is said about it. */
export function sealOf({ step, parts }: Pick<PathStep, 'step' | 'parts'>, before: string): string {
  const moves = Object.entries(parts)
    .map(([part, { event, from, to }]) => `${part}\t${event}\t${from}\t${to}`)
    .sort();
  return hex([before, step, ...moves].join('\n'), 8);
}
