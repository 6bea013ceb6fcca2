import { judge, withinMemory } from '../../../src/judge/judge.ts';
import { remediesOf } from '../../../src/judge/remedies.ts';
import { toJson } from '../../../src/judge/verdict-json.ts';
import type { Asked, Told } from './messages.ts';

declare const VERSION: string;

const tell = (told: Told): void => {
  (globalThis as unknown as { postMessage(told: Told): void }).postMessage(told);
};

// The same functions as behind the command line: the page can say nothing else than it does.
(globalThis as unknown as { onmessage: (event: { data: Asked }) => void }).onmessage = ({
  data: { id, described, states, bytes },
}) => {
  const budget = {
    states,
    bytes,
    progress: (now: { readonly states: number }) => {
      tell({ id, kind: 'progress', states: now.states });
    },
  };
  try {
    const judgement = withinMemory(budget, (less) => judge(described, less));
    tell({ id, kind: 'done', verdict: toJson(judgement, VERSION, remediesOf(judgement, budget)) });
  } catch (error) {
    tell({ id, kind: 'failed', line: error instanceof Error ? error.message : String(error) });
  }
};
