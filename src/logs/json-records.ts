/**
 * Where records of log collectors keep the line itself: journald, Elastic, Loki, Docker, Splunk,
 * cloud consoles.
 */
const keys = ['MESSAGE', 'message', 'msg', 'log', 'line', '_raw', 'textPayload'] as const;

/** Records within which the line may stand. */
const wrappers = ['jsonPayload', 'fields', '_source', 'result'] as const;

/** A record that is longer is none of a log. */
const longest = 1e6;

/** Whether JSON is records of a log, by its beginning; what a tracer writes is not. */
export const looksLikeRecords = (piece: Buffer): boolean => {
  const text = piece.toString('latin1', 0, 65_536);
  return (
    new RegExp(`"(?:${keys.join('|')})"\\s*:`).test(text) &&
    !/"(?:traceEvents|systemTraceEvents|packet|ftraceEvents|ph)"\s*:/.test(text)
  );
};

/** What was read of records: how many, and how many are no JSON or hold no line. */
export type RecordsSeen = { records: number; broken: number };

type Reading = {
  readonly takeLine: (text: string) => void;
  readonly seen: RecordsSeen;
  readonly decoder: InstanceType<typeof TextDecoder>;
  depth: number;
  inString: boolean;
  escaped: boolean;
  /** The record at hand, or the line between two records, as far as it has come. */
  text: string;
};

/**
 * The lines of a log that a collector has packed into JSON, one record a line: one record after
 * another, or a list of them, on one line or on several. What is in no record, or in one that is no
 * JSON or has no line, is given as it stands: nothing of the file is left unread.
 */
export function jsonRecords(takeLine: (text: string) => void): {
  readonly piece: (bytes: Buffer) => void;
  readonly end: () => void;
  readonly seen: RecordsSeen;
} {
  const reading: Reading = {
    takeLine,
    seen: { records: 0, broken: 0 },
    decoder: new TextDecoder('utf-8'),
    depth: 0,
    inString: false,
    escaped: false,
    text: '',
  };
  return {
    seen: reading.seen,
    piece: (bytes) => takeText(reading, reading.decoder.decode(bytes, { stream: true })),
    end: () => {
      if (reading.depth > 0) reading.seen.broken++;
      takeRest(reading);
    },
  };
}

function takeText(reading: Reading, text: string): void {
  let from = 0;
  const cut = (to: number): void => {
    reading.text += text.slice(from, to);
    from = to;
  };
  for (let index = 0; index < text.length; index++) {
    const character = text[index]!;
    if (reading.inString) {
      if (reading.escaped) reading.escaped = false;
      else if (character === '\\') reading.escaped = true;
      else if (character === '"') reading.inString = false;
    } else if (character === '"') reading.inString = reading.depth > 0;
    else if (character === '{' && reading.depth++ === 0) {
      cut(index);
      takeRest(reading);
    } else if (character === '}' && reading.depth > 0 && --reading.depth === 0) {
      cut(index + 1);
      takeRecord(reading);
    } else if (character === '\n' && reading.depth === 0) {
      cut(index);
      takeRest(reading);
    }
  }
  cut(text.length);
  if (reading.text.length > longest) giveUp(reading);
}

function takeRecord(reading: Reading): void {
  const { seen, takeLine, text } = reading;
  seen.records++;
  const line = lineOf(text);
  if (line === null) {
    seen.broken++;
    takeRest(reading);
    return;
  }
  reading.text = '';
  for (const one of line.replace(/\r?\n$/, '').split('\n')) takeLine(one);
}

/** Gives what is no record as lines; what stands between the records of a list is none. */
function takeRest(reading: Reading): void {
  const { takeLine, text } = reading;
  reading.text = '';
  for (const one of text.split('\n'))
    if (!/^[\s,[\]]*$/.test(one)) takeLine(lineOf(one) ?? one.replace(/\r$/, ''));
}

/** A brace that nobody closes is no record: records begin anew behind it. */
function giveUp(reading: Reading): void {
  reading.seen.broken++;
  reading.depth = 0;
  reading.inString = false;
  reading.escaped = false;
  takeRest(reading);
}

/** The line in a record; null where there is none. */
function lineOf(text: string): string | null {
  try {
    return lineIn(JSON.parse(text) as Record<string, unknown>);
  } catch {
    return null;
  }
}

function lineIn(record: Readonly<Record<string, unknown>>): string | null {
  for (const key of keys) {
    const value = record[key];
    if (typeof value === 'string') return value;
    // journalctl -o json: a message that is no text in UTF-8 is a list of its bytes.
    if (Array.isArray(value) && value.every((byte) => typeof byte === 'number'))
      return Buffer.from(value).toString('utf8');
  }
  for (const wrapper of wrappers) {
    const inner = record[wrapper];
    if (typeof inner !== 'object' || inner === null) continue;
    const line = lineIn(inner as Record<string, unknown>);
    if (line !== null) return line;
  }
  return null;
}
