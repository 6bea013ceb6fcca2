import { defineConfig, mergeConfig } from 'vitest/config';
import whole from '../vitest.config.ts';

/**
 * `npm run test:quick`, for the loop of editing: everything that neither asks a stranger (SPIN, Rumur,
 * a compiler, a browser), nor starts processes, nor searches the large systems. `npm test` runs it all.
 */
export default mergeConfig(
  whole,
  defineConfig({
    test: {
      exclude: [
        'test/actors/**',
        'test/cli/{certificate,check,checkpoint,completion,cut-searches,debugging,hardware-that-hangs}.test.ts',
        'test/cli/{own-system,playground,process,readme,report,schema-1}.test.ts',
        'test/check/{cut,verdict-of,witness}.test.ts',
        'test/docs/fixes.test.ts',
        'test/drivers/**',
        'test/example-driver/**',
        'test/explore/{components,packing,search,state-set}.test.ts',
        'test/going-out/**',
        'test/kernel/{execution,memory}/gallery.test.ts',
        'test/litmus/{gallery,strangers}.test.ts',
        'test/ablation/ablate.test.ts',
        'test/formats/formats.test.ts',
        'test/kernel/bench*.test.ts',
        'test/logs/{disguises,fuzz,json-records,mutilations,propose,waved-through}.test.ts',
        'test/machines/{threads,uses}.test.ts',
        'test/mutants/**',
        'test/options/**',
        'test/paths/**',
        'test/site/**',
        'test/strangers/**',
        'test/symbolic/{cut-evidence,drivers,gates,hull,queues,reach}.test.ts',
        'test/verify/**',
        'test/threads/{bad-input,calls,citations,gallery,naive,naive-lockdep,orbits,places,selftest,strangers}.test.ts',
      ],
    },
  }),
);
