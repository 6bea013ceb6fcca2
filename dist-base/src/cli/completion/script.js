import { bash } from "./bash.js";
import { fish } from "./fish.js";
import { wordsOf } from "./words.js";
import { zsh } from "./zsh.js";
/** `finite-fence completion`: made of the very command line that it completes. */
export function completionCommand(program, shell, io) {
    io.out({ bash, zsh, fish }[shell](wordsOf(program)));
}
//# sourceMappingURL=script.js.map