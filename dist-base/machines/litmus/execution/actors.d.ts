export { executionActors } from '../../rows/execution-actors.ts';
