import { chart, state } from "./chart.js";
import { to } from "./to.js";
/**
 * What the kernel itself notices: a WARN_ON, a BUG_ON, a lockdep splat.
 * Rule: silence.
 * Source: include/asm-generic/bug.h (WARN_ON), v7.0.
 */
export const warning = chart('warning', 'include/asm-generic/bug.h', {
    silent: state('Nothing was noticed.', 'WARN_ON', { warn: to('warned', 'It was.', 'WARN_ON') }),
    warned: state('It stands in the log.', 'WARN_ON', { warn: to('warned', 'Again.', 'WARN_ON') }),
});
//# sourceMappingURL=warning.js.map