/** A text between single quotes, for bash and zsh. */
export declare const quoted: (text: string) => string;
/** How the names of litmus tests are asked for: they are too many to stand in a script, and would go out of date there. */
export declare const litmusNames = "finite-fence litmus --list 2>/dev/null";
