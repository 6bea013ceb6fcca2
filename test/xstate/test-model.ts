/**
 * The one place that imports @xstate/test, so that its successor is one line away:
 * docs/xstate-test.md.
 */
export { createTestModel } from '@xstate/test';
