/** An object of JSON. */
type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The same object with some of its keys under other names, in the same order. What is no object
 * stays as it is.
 */
function renamed(value: unknown, names: Readonly<Record<string, string>>): unknown {
  if (!isFields(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [names[key] ?? key, inner]),
  );
}

/** The object with a field changed; without such a field, the object as it is. */
function changed(value: unknown, field: string, change: (of: unknown) => unknown): unknown {
  return isFields(value) && field in value ? { ...value, [field]: change(value[field]) } : value;
}

/** A function for each item of a list. What is no list stays as it is. */
const each =
  (change: (item: unknown) => unknown) =>
  (value: unknown): unknown =>
    Array.isArray(value) ? value.map(change) : value;

/** What version 0.1 called the criterion, and what it wrote before the name of a target. */
const criterion = (cover: unknown): unknown => (cover === 'rules' ? 'steps' : cover);
const target = (name: unknown): unknown =>
  typeof name === 'string' ? name.replace(/^rule:/, 'step:') : name;

const because = (value: unknown): unknown =>
  changed(value, 'needs', (needs) =>
    needs === 'a rule that this system does not have'
      ? 'a step that this system does not have'
      : needs,
  );

const pathStep = (value: unknown): unknown => renamed(value, { step: 'number', rule: 'step' });
const refusal = (value: unknown): unknown => because(renamed(value, { rule: 'step' }));
const rescue = (value: unknown): unknown =>
  changed(renamed(value, { step: 'number', rule: 'step' }), 'without', because);

const shown = (value: unknown): unknown =>
  changed(changed(value, 'refusals', each(refusal)), 'rescue', rescue);

function path(value: unknown): unknown {
  const withSteps = changed(value, 'steps', each(pathStep));
  const withClauses = changed(withSteps, 'clauses', each(shown));
  return changed(withClauses, 'targets', each(target));
}

const missed = each((item) => changed(item, 'target', target));
const coverage = (value: unknown): unknown =>
  changed(changed(value, 'uncovered', missed), 'unreachable', missed);

/**
 * A path file of schema 1, which version 0.1 wrote, as one of schema 2: what was a rule is a step,
 * and the number of a step is its number. Seals and ids stay: they are made of names and states,
 * which have not changed. What is no path file is left to the reader of schema 2 to refuse.
 */
export function fromSchema1(file: Fields): unknown {
  const withPaths = changed({ ...file, schema: 2 }, 'paths', each(path));
  return changed(changed(withPaths, 'coverage', coverage), 'cover', criterion);
}
