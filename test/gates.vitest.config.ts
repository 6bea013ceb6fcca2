import { defineConfig } from 'vitest/config';
import whole from '../vitest.config.ts';
import { gates } from './gates.ts';

/** `npm run test:gates`. */
export default defineConfig({
  ...whole,
  test: { ...whole.test, include: [...gates], exclude: ['**/node_modules/**'] },
});
