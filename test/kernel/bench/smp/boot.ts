/** Boots an x86 image with several processors in qemu's software emulation. */
import { createWriteStream } from 'node:fs';

import type { Boot } from '../boot.ts';
import { closed, start } from '../children.ts';
import { reader } from '../ktap.ts';

/** How an image is booted. */
export type SmpOptions = {
  /** Of suites and cases, as kunit.filter_glob has it; null: none. */
  readonly filter: string | null;
  readonly log: string;
  readonly args?: readonly string[];
  readonly processors: number;
  readonly seconds: number;
};

/** What KUnit and the kernel said, and whether the kernel ended by itself. */
export async function bootSeveral(
  image: string,
  { filter, log, args = [], processors, seconds }: SmpOptions,
): Promise<Boot> {
  const from = performance.now();
  const line = [
    'console=ttyS0',
    // The calibration of the clock fails where the machine is busy.
    'tsc=reliable',
    'tsc_early_khz=2100000',
    // So does the look whether the timer works, and then the kernel panics.
    'no_timer_check',
    'no_hash_pointers',
    'panic=-1',
    'kunit.enable=1',
    'kunit_shutdown=reboot',
    `kunit.filter_glob=${filter ?? 'none*'}`,
    'dmabuf_selftests.st_filter=none',
    'kcsan.early_enable=0',
    ...args,
  ];
  const machine = [
    '-accel',
    'tcg,thread=multi',
    // One processor a socket: without ACPI the kernel knows no other list than the first of each.
    '-smp',
    `${processors},sockets=${processors},cores=1,threads=1`,
    '-m',
    '256M',
    '-nographic',
    '-no-reboot',
    '-nodefaults',
    '-serial',
    'stdio',
    '-kernel',
    image,
    '-append',
    line.join(' '),
  ];
  const out = createWriteStream(log);
  const read = reader();
  const lines: string[] = [];
  const child = start(['qemu-system-x86_64', ...machine], { stdio: ['ignore', 'pipe', 'pipe'] });
  let rest = '';
  const take = (data: Buffer): void => {
    out.write(data);
    const pieces = (rest + data.toString()).split('\n');
    rest = pieces.pop()!;
    for (const piece of pieces) {
      read.line(piece);
      lines.push(piece.replace(/^\[ *\d+\.\d+\] ?/, '').replace(/\r/g, ''));
    }
  };
  child.stdout?.on('data', take);
  child.stderr?.on('data', take);
  const { code, late } = await closed(child, seconds, 137);
  await new Promise((done) => out.end(done));
  const took = (performance.now() - from) / 1000;
  const fate = late ? `was not done after ${seconds} s` : null;
  return { ...read.result(), code, fate, late, cutOff: late, seconds: took, lines, log };
}
