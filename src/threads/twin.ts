/** Which version of a twin: `'one'` where a file has only one. */
export type Side = 'before' | 'after' | 'one';

/**
 * A file whose lines begin with `-` and `+` is a twin, written as a patch: lines with `-` belong to
 * the version before, lines with `+` to the one after. Lines of the other side are blank, so that
 * line numbers stay.
 */
export function sidesOf(text: string): readonly { readonly side: Side; readonly text: string }[] {
  const plain = text.replaceAll('\r\n', '\n');
  if (!/^[-+]/m.test(plain)) return [{ side: 'one', text: plain }];
  const only = (keep: string, drop: string): string => {
    const lineOf = (line: string): string => (line.startsWith(keep) ? ` ${line.slice(1)}` : line);
    const lines = plain.split('\n').map((line) => (line.startsWith(drop) ? '' : lineOf(line)));
    return lines.join('\n');
  };
  return [
    { side: 'before', text: only('-', '+') },
    { side: 'after', text: only('+', '-') },
  ];
}
