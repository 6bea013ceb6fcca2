import { whenReleased } from './held.ts';
import type { Asked, Question, Told } from './messages.ts';
import { searcher } from './searcher.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What a search may use, by the build. */
declare const MOST_STATES: number;
const mostBytes = 2 ** 30;

/** What ends a question, or is an answer that is not whole yet. */
type Heard = Exclude<Told, { kind: 'progress' | 'begun' }>;

/** Who is told how a search goes. */
type Listener = {
  readonly progress: (states: number) => void;
  readonly told: (question: Question, told: Heard) => void;
};

/** Asks one question at a time: the next one ends the one before. */
export type Asker = {
  /** @param after milliseconds in which a further question may take its place */
  readonly ask: (question: () => Promise<Question>, after: number, listener: Listener) => void;
  readonly stop: () => void;
};

type State = {
  /** A worker that has nothing to do: to make one takes as long as a small search. */
  idle: { readonly worker: Worker; readonly isGallery: boolean } | null;
  busy: Worker | null;
  /** The number of the last question: what is heard of earlier ones is dropped. */
  serial: number;
  timer: number;
};

/** Says that a search ended of which there is no answer. */
const noAnswer = (id: number, line = 'the search ended without an answer'): Heard => ({
  id,
  kind: 'failed',
  line,
});

export function asker(): Asker {
  const state: State = { idle: null, busy: null, serial: 0, timer: 0 };
  return {
    stop: () => stop(state),
    ask: (question, after, listener) => {
      stop(state);
      const id = state.serial;
      const fail = (error: unknown): void => {
        if (id !== state.serial) return;
        const line = error instanceof Error ? error.message : String(error);
        listener.told({ is: 'vocabulary' }, noAnswer(id, line));
      };
      const go = (): void => void begin(state, question, listener).catch(fail);
      if (after === 0) go();
      else state.timer = setTimeout(go, after) as unknown as number;
    },
  };
}

function stop(state: State): void {
  clearTimeout(state.timer);
  state.serial++;
  state.busy?.terminate();
  state.busy = null;
}

/** A worker, perhaps one that has answered before. */
async function take(state: State, isGallery: boolean): Promise<Worker> {
  const ready = state.idle?.isGallery === isGallery ? state.idle.worker : null;
  if (ready !== null) state.idle = null;
  return ready ?? searcher(isGallery ? 'gallery' : 'explorer');
}

async function begin(
  state: State,
  given: () => Promise<Question>,
  { progress, told }: Listener,
): Promise<void> {
  const id = state.serial;
  const question = await given();
  const isGallery = question.is === 'litmus';
  const worker = await take(state, isGallery);
  const rest = (): void => {
    state.idle?.worker.terminate();
    state.idle = { worker, isGallery };
  };
  if (id !== state.serial) {
    rest();
    return;
  }
  state.busy = worker;
  worker.onmessage = ({ data }: MessageEvent<Told>) => {
    if (data.kind === 'begun' || data.id !== id || id !== state.serial) return;
    if (data.kind === 'progress') {
      progress(data.states);
      return;
    }
    whenReleased(() => {
      if (id !== state.serial) return;
      if (data.kind !== 'done' || data.isLast) {
        state.busy = null;
        rest();
      }
      told(question, data);
    });
  };
  worker.onerror = () => {
    state.busy = null;
    told(question, noAnswer(id));
  };
  const asked: Asked = { id, question, states: MOST_STATES, bytes: mostBytes };
  worker.postMessage(asked);
}

let known: Vocabulary | null = null;
let isFetching = false;

/** What threads can be written with; null until a worker has brought it, which the first call begins. */
export function vocabularyKnown(): Vocabulary | null {
  if (known === null && !isFetching) {
    isFetching = true;
    void fetchVocabulary();
  }
  return known;
}

async function fetchVocabulary(): Promise<void> {
  const worker = await searcher('explorer');
  worker.onmessage = ({ data }: MessageEvent<Told>) => {
    if (data.kind === 'begun') return;
    if (data.kind === 'done' && data.answer.is === 'vocabulary') known = data.answer.vocabulary;
    worker.terminate();
  };
  worker.postMessage({ id: 0, question: { is: 'vocabulary' }, states: 0, bytes: 0 });
}
