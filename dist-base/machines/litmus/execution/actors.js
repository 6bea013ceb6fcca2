export { executionActors } from "../../rows/execution-actors.js";
//# sourceMappingURL=actors.js.map