import type { Law } from '../../src/threads/meaning.ts';
import type { Cite } from '../../src/system/vocabulary.ts';
import { ruleOf, type RuleId } from '../rules/index.ts';

/** When a rule is told: by the words and types in the waits-for cycle, and by the verdict. */
type Told = Omit<Law, 'id' | 'cite'> & { readonly id: RuleId };

/** The first that fits is told. */
const told: readonly Told[] = [
  {
    id: 'CDC-4',
    types: ['dma_fence'],
    words: ['in notifier', ': notifier', 'mmu_notifier'],
  },
  {
    id: 'F-8',
    types: ['dma_fence'],
    words: [
      'alloc',
      'kmemdup',
      'reclaim',
      'reserve_fences',
      'user(): somebody else',
      'pages(): somebody else',
      'pages_fast(): somebody else',
    ],
  },
  {
    id: 'CDC-2',
    types: ['dma_fence', 'dma_resv'],
  },
  {
    id: 'I-3',
    types: ['dma_fence'],
    verdicts: ['indefinite'],
  },
  { id: 'F-6', types: ['dma_fence'] },
  {
    id: 'L-1',
    types: ['mm_struct'],
  },
  {
    id: 'PM-1',
    types: ['device'],
  },
  {
    id: 'RCU-1',
    types: ['srcu_struct'],
  },
  {
    id: 'WQ-1',
    words: ['flush_', 'cancel_', 'drain_', 'destroy_', 'disable_work', 'disable_delayed_work'],
  },
  {
    id: 'IRQ-1',
    words: [
      'disable_irq(',
      'free_irq(',
      'timer_shutdown_sync(',
      'synchronize_irq(',
      'del_timer_sync(',
      'timer_delete_sync(',
      'tasklet_kill(',
    ],
    verdicts: ['deadlock'],
  },
  {
    id: 'LOCK-2',
    words: ['may sleep, in atomic context'],
    verdicts: ['broken'],
  },
  {
    id: 'SCHED-1',
    words: ['armed and not pushed'],
    verdicts: ['broken'],
  },
  {
    id: 'LOCK-3',
    verdicts: ['broken'],
  },
  {
    id: 'WAIT-1',
    types: ['completion'],
  },
  {
    id: 'LOCK-4',
    verdicts: ['unbounded'],
  },
  {
    id: 'LOCK-5',
    words: ['taken by'],
  },
  {
    id: 'LOCK-1',
    words: ['held by'],
  },
  {
    id: 'WAIT-2',
    words: ['in wait_event'],
  },
];

/** The kernel's own sentence; where only code says it, the file and the symbol. */
function citeOf(id: RuleId): Cite {
  const { quote, source } = ruleOf(id);
  if (quote !== null) return quote;
  const [, file, symbol] = /^([^:;]+): ([^;]+)/.exec(source)!;
  return { file: file!, says: symbol! };
}

/** The laws that a hang or a broken call goes against, in the words of machines/rules. */
export const forbidden: readonly Law[] = told.map((law) => ({ ...law, cite: citeOf(law.id) }));
