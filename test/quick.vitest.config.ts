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
        'test/cli/{check,completion,debugging,process,readme,report}.test.ts',
        'test/drivers/**',
        'test/example-driver/**',
        'test/explore/{components,search,state-set}.test.ts',
        'test/litmus/{gallery,strangers}.test.ts',
        'test/logs/fuzz.test.ts',
        'test/machines/uses.test.ts',
        'test/mutants/**',
        'test/options/**',
        'test/paths/**',
        'test/check/{verdict-of,witness}.test.ts',
        'test/site/**',
        'test/strangers/**',
      ],
    },
  }),
);
