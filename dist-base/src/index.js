/** The engine, and what puts it to the specification. */
export { tabulate } from "./lts/tabulate.js";
export { compose } from "./system/compose.js";
export { Misuse } from "./system/misuse.js";
export { fire, refusal, withoutRecovery } from "./system/program.js";
export { vocabulary, } from "./system/vocabulary.js";
export { assess } from "./check/assess.js";
export { replay, verdicts, } from "./check/finding.js";
export { check } from "./check/verdict.js";
export { inWords } from "./check/waits.js";
export { toMurphi } from "./export/murphi.js";
export { toMachine } from "./export/to-machine.js";
export { toPromela } from "./export/promela.js";
export { runLitmus } from "./litmus/run.js";
export { printLitmus } from "./litmus/print.js";
export { judge } from "./judge/judge.js";
export { toJson } from "./judge/verdict-json.js";
export { run } from "./cli/commands.js";
export { ioOf } from "./cli/io.js";
//# sourceMappingURL=index.js.map