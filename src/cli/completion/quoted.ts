/** A text between single quotes, for bash and zsh. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/**
 * How the names of litmus tests are asked for: they are too many to stand in a script, and would go
 * out of date there.
 */
export const litmusNames = "finite-fence litmus --list 2>/dev/null | cut -d' ' -f1";
