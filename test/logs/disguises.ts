/** How a report looks after a tool has printed, mailed, pasted or recorded it. */
export type Disguise = {
  readonly name: string;
  readonly put: (lines: readonly string[]) => string | Buffer;
  /**
   * Where the report was already broken by a mailer, stamps on every part of a line are no
   * disguise that exists.
   */
  readonly needsWhole?: true;
};

const pad = (value: number, width: number): string => String(value).padStart(width, '0');
const seconds = (index: number): string =>
  `${100 + Math.floor(index / 1000)}.${pad((index % 1000) * 1000, 6)}`;
const time = (index: number): string =>
  `12:${pad(Math.floor(index / 60) % 60, 2)}:${pad(index % 60, 2)}`;

/** Something before every line. */
const before = (name: string, prefix: (index: number) => string): Disguise => ({
  name,
  needsWhole: true,
  put: (lines) => lines.map((line, index) => prefix(index) + line).join('\n'),
});

const stamp = (index: number): string => `[${seconds(index).padStart(12)}] `;

/** As mailers break lines: at the last blank before the column, the blank stays where `flowed`. */
function broken(line: string, column: number, flowed: boolean): string[] {
  if (line.length <= column) return [line];
  const blank = line.lastIndexOf(' ', column);
  // Not within the blanks that a line begins with.
  if (blank <= line.search(/\S/)) return [line];
  const head = line.slice(0, flowed ? blank + 1 : blank);
  return [head, ...broken(line.slice(blank + 1), column, flowed)];
}

function printable(line: string): string[] {
  const whole = line.replaceAll('=', '=3D');
  const parts: string[] = [];
  let rest = whole;
  while (rest.length > 75) {
    // Not within an escape.
    const at = /=[0-9A-F]?$/.test(rest.slice(0, 75)) ? 72 : 75;
    parts.push(`${rest.slice(0, at)}=`);
    rest = rest.slice(at);
  }
  return [...parts, rest];
}

const asHtml = (line: string): string =>
  line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const decoded = (line: string): string =>
  line.replace(
    /^(.*?[A-Za-z_][\w.]*)\+0x[0-9a-f]+\/0x[0-9a-f]+(?: \[(\w+)\])?\s*$/,
    '$1 (drivers/gpu/drm/x/x.c:123 (discriminator 2)) $2',
  );

/** UTF-16 with the bytes the other way round. */
const swapped = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16();

const otherCpu = [
  'usb 1-1: new high-speed USB device number 4 using xhci_hcd',
  'wlan0: associated',
  'EXT4-fs (sda1): mounted filesystem',
];

export const disguises: readonly Disguise[] = [
  { name: 'as it is', put: (lines) => lines.join('\n') },
  before('printk', stamp),
  before('printk with a caller', (index) => `${stamp(index).trimEnd()}[  T123] `),
  before('dmesg -T', (index) => `[Fri Nov 21 ${time(index)} 2025] `),
  before('dmesg --time-format iso', (index) => `2025-11-21T${time(index)},123456+01:00 `),
  before('dmesg --reltime', (index) => (index === 0 ? '[Nov21 01:02] ' : '[  +0.000012] ')),
  before('dmesg -d', (index) => `[${seconds(index)} <    0.000012>] `),
  before('dmesg -dT', (index) => `[Fri Nov 21 ${time(index)} 2025 <    0.000012>] `),
  before('dmesg -x', (index) => `kern  :warn  : ${stamp(index)}`),
  before('dmesg --raw', (index) => `<4>${stamp(index)}`),
  before('journalctl -o short', (index) => `Nov 21 ${time(index)} host kernel: `),
  before('journalctl -o short-precise', (index) => `Nov 21 ${time(index)}.123456 host kernel: `),
  before('journalctl -o short-iso', (index) => `2025-11-21T${time(index)}+0100 host kernel: `),
  before(
    'journalctl -o short-iso-precise',
    (index) => `2025-11-21T${time(index)}.123456+01:00 host kernel: `,
  ),
  before('journalctl -o short-full', (index) => `Fri 2025-11-21 ${time(index)} CET host kernel: `),
  before('journalctl -o short-unix', (index) => `1763722${pad(index, 3)}.123456 host kernel: `),
  before('journalctl -o short-monotonic', (index) => `${stamp(index)}host kernel: `),
  before(
    'rsyslog',
    (index) => `2025-11-21T${time(index)}.123456+01:00 host kernel: ${stamp(index)}`,
  ),
  before('syslog', (index) => `Nov 21 ${time(index)} host kernel: ${stamp(index)}`),
  before(
    'syslog with a year',
    (index) => `Nov 21 2025 ${time(index)} host kernel: ${stamp(index)}`,
  ),
  before('syslog-ng', (index) => `2025-11-21T${time(index)}+01:00 host kernel: ${stamp(index)}`),
  before('kmsg', (index) => `4,${1000 + index},${209_927_860 + index},-;`),
  before(
    'kmsg with a caller',
    (index) => `4,${1000 + index},${209_927_860 + index},-,caller=T123;`,
  ),
  before(
    'netconsole behind syslog',
    (index) => `Nov 21 ${time(index)} host 4,${1000 + index},${209_927 + index},-;`,
  ),
  before('logcat -v threadtime', (index) => `11-21 ${time(index)}.123     0     0 W         : `),
  before('logcat -v brief', () => 'W/kernel  (    0): '),
  before('GitLab CI', (index) => `2025-11-21T${time(index)}.123456Z 01O ${stamp(index)}`),
  before('GitHub Actions', (index) => `2025-11-21T${time(index)}.1234567Z ${stamp(index)}`),
  before(
    'a serial console in CI',
    (index) => `25-11-21 ${time(index)} R SERIAL-CPU> ${stamp(index)}`,
  ),
  before('LAVA', (index) => `${time(index)}.123456 ${stamp(index)}`),
  before('quoted twice', () => '> > '),
  before('quoted with bars', () => '| '),
  before('quoted and stamped', (index) => `> ${stamp(index)}`),
  {
    name: 'dmesg --color=always',
    needsWhole: true,
    put: (lines) =>
      lines
        .map((line, index) => `\u001b[32m${stamp(index)}\u001b[0m\u001b[33m${line}\u001b[0m`)
        .join('\n'),
  },
  {
    name: 'colours whose escapes are lost',
    needsWhole: true,
    put: (lines) => lines.map((line, index) => `[32m${stamp(index)}[0m[33m${line}[0m`).join('\n'),
  },
  { name: 'tabs', put: (lines) => lines.map((line) => line.replace(/^ +/, '\t')).join('\n') },
  { name: 'CRLF', put: (lines) => lines.join('\r\n') },
  { name: 'a byte order mark', put: (lines) => `\ufeff${lines.join('\n')}` },
  { name: 'HTML', put: (lines) => lines.map(asHtml).join('\n') },
  {
    name: 'HTML with tags',
    put: (lines) => `<pre>${lines.map((line) => `${asHtml(line)}<br/>`).join('\n')}</pre>`,
  },
  {
    name: 'wrapped by a mailer',
    needsWhole: true,
    put: (lines) =>
      lines.flatMap((line, index) => broken(stamp(index) + line, 72, false)).join('\n'),
  },
  {
    name: 'wrapped and quoted',
    needsWhole: true,
    put: (lines) =>
      lines
        .flatMap((line, index) => broken(stamp(index) + line, 72, false))
        .map((line) => `> ${line}`)
        .join('\n'),
  },
  {
    name: 'format=flowed',
    needsWhole: true,
    put: (lines) => lines.flatMap((line) => broken(line, 72, true)).join('\n'),
  },
  {
    name: 'quoted-printable',
    put: (lines) =>
      ['Content-Transfer-Encoding: quoted-printable', '', ...lines.flatMap(printable)].join('\n'),
  },
  { name: 'decode_stacktrace.sh', needsWhole: true, put: (lines) => lines.map(decoded).join('\n') },
  {
    name: 'two CPUs interleaved',
    needsWhole: true,
    put: (lines) =>
      lines
        .flatMap((line, index) => [
          `${stamp(index).trimEnd()}[  T123] ${line}`,
          `${stamp(index).trimEnd()}[  T456] ${otherCpu[index % otherCpu.length]!}`,
        ])
        .join('\n'),
  },
  {
    name: 'UTF-16, little end first',
    put: (lines) => Buffer.from(`\ufeff${lines.join('\n')}`, 'utf16le'),
  },
  {
    name: 'UTF-16, big end first',
    put: (lines) => swapped(Buffer.from(`\ufeff${lines.join('\n')}`, 'utf16le')),
  },
  { name: 'UTF-16 without a mark', put: (lines) => Buffer.from(lines.join('\n'), 'utf16le') },
];
