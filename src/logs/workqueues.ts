/** A workqueue, as a list of workqueues and the call traces of workers name it. */
export type Workqueue = {
  readonly name: string;
  /** As the list prints them; null where no list has it. */
  flags: number | null;
  /** Functions of works that it runs. */
  readonly works: Set<string>;
};

/** Workqueues of a log by name, from lines as they come. */
export type Workqueues = {
  /** Whether the line is of a list of workqueues. */
  readonly take: (text: string) => boolean;
  readonly queues: ReadonlyMap<string, Workqueue>;
};

/** Lists that are no part of the report before. */
export const beginsList =
  /^Showing (?:all locks held|busy workqueues|freezable workqueues)|^sysrq: |^Pending tasks/;

const head = /^workqueue (\S.*?): flags=0x([0-9a-f]+)/;
const pool = /^ {2,}pwq \d+:/;
const listed = /^ {4,}(?:in-flight|pending|inactive|delayed): *(.*)$/;
/** `Workqueue: events foo_work [foo]`, in a call trace. */
const worker = /^\s*Workqueue: (\S.*?) ([A-Za-z_][\w.]*)(?: \[\w+\])?\s*$/;
/** `68:foo_work`, `foo_work BAR(12)` */
const work = /(?:^|[\s,:])([A-Za-z_][\w.]*)/g;
const most = 1000;

/** A reader of workqueues, before the first line. */
export function readQueues(): Workqueues {
  const queues = new Map<string, Workqueue>();
  let open: Workqueue | null = null;
  const queueNamed = (name: string): Workqueue => {
    const known = queues.get(name);
    if (known !== undefined) return known;
    if (queues.size >= most) queues.delete(queues.keys().next().value!);
    const queue: Workqueue = { name, flags: null, works: new Set() };
    queues.set(name, queue);
    return queue;
  };

  return {
    queues,
    take: (text) => {
      const traced = worker.exec(text);
      if (traced !== null) queueNamed(traced[1]!).works.add(traced[2]!);
      const begun = head.exec(text);
      if (begun !== null) {
        open = queueNamed(begun[1]!);
        open.flags = Number.parseInt(begun[2]!, 16);
        return true;
      }
      if (open === null) return false;
      const works = listed.exec(text);
      if (works === null) return pool.test(text);
      const names = works[1]!.replaceAll(/\[\w+\]|\bBAR\(\d*\)/g, '');
      for (const [, name] of names.matchAll(work))
        if (open.works.size < most) open.works.add(name!);
      return true;
    },
  };
}
