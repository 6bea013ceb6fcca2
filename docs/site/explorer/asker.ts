import type { Asked, Question, Told } from './messages.ts';
import { searcher } from './searcher.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What a search may use, by the build. */
declare const MOST_STATES: number;
const mostBytes = 2 ** 30;

/** Who is told how a search goes. */
type Listener = {
  readonly progress: (states: number) => void;
  readonly told: (question: Question, told: Exclude<Told, { kind: 'progress' }>) => void;
};

/** Asks one question at a time: the next one ends the one before. */
export type Asker = {
  /** @param after milliseconds in which a further question may take its place */
  readonly ask: (question: () => Promise<Question>, after: number, listener: Listener) => void;
  readonly stop: () => void;
  /** What threads can be written with; null until it was brought, which this begins. */
  readonly vocabulary: () => Vocabulary | null;
};

/** Says that a search ended of which there is no answer. */
const noAnswer = (id: number, line = 'the search ended without an answer'): Told => ({
  id,
  kind: 'failed',
  line,
});

export function asker(): Asker {
  /** A worker that has nothing to do: to make one takes as long as a small search. */
  let idle: { readonly worker: Promise<Worker>; readonly gallery: boolean } | null = null;
  let busy: Worker | null = null;
  let serial = 0;
  let timer = 0;
  let known: Vocabulary | null = null;
  let isFetching = false;

  const take = (gallery: boolean): Promise<Worker> => {
    const ready = idle?.gallery === gallery ? idle.worker : null;
    idle = null;
    return ready ?? searcher(gallery ? 'gallery' : 'explorer');
  };

  const stop = (): void => {
    clearTimeout(timer);
    serial++;
    busy?.terminate();
    busy = null;
  };

  const begin = async (
    id: number,
    given: () => Promise<Question>,
    { progress, told }: Listener,
  ): Promise<void> => {
    const question = await given();
    const isGallery = question.is === 'litmus';
    const worker = await take(isGallery);
    if (id !== serial) {
      idle ??= { worker: Promise.resolve(worker), gallery: isGallery };
      return;
    }
    busy = worker;
    worker.onmessage = ({ data }: MessageEvent<Told>) => {
      if (data.id !== id || id !== serial) return;
      if (data.kind === 'progress') {
        progress(data.states);
        return;
      }
      if (data.kind !== 'done' || data.isLast) {
        busy = null;
        idle = { worker: Promise.resolve(worker), gallery: isGallery };
      }
      told(question, data);
    };
    worker.onerror = () => {
      busy = null;
      told(question, noAnswer(id) as Exclude<Told, { kind: 'progress' }>);
    };
    const asked: Asked = { id, question, states: MOST_STATES, bytes: mostBytes };
    worker.postMessage(asked);
  };

  const fetchVocabulary = async (): Promise<void> => {
    const worker = await searcher('explorer');
    worker.onmessage = ({ data }: MessageEvent<Told>) => {
      if (data.kind === 'done' && data.answer.is === 'vocabulary') known = data.answer.vocabulary;
      worker.terminate();
    };
    worker.postMessage({ id: 0, question: { is: 'vocabulary' }, states: 0, bytes: 0 });
  };

  return {
    stop,
    ask: (question, after, listener) => {
      stop();
      const id = serial;
      const fail = (error: unknown): void => {
        if (id !== serial) return;
        const line = error instanceof Error ? error.message : String(error);
        listener.told(
          { is: 'vocabulary' },
          noAnswer(id, line) as Exclude<Told, { kind: 'progress' }>,
        );
      };
      const go = (): void => void begin(id, question, listener).catch(fail);
      if (after === 0) go();
      else timer = setTimeout(go, after) as unknown as number;
    },
    vocabulary: () => {
      if (known === null && !isFetching) {
        isFetching = true;
        void fetchVocabulary();
      }
      return known;
    },
  };
}
