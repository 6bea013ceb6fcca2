#!/usr/bin/env bash
# swarm.sh FILE.pml [CLAIM [RUNS [HASH [DEPTH]]]]: bitstate runs of SPIN, each with another seed and
# another hash, spread by GNU parallel over the hosts in HOSTS (a list as `parallel -S` takes it; `:`
# is this machine). FILE.pml is what `finite-fence export --to promela --question fair` writes.
# Prints a line a run, and what they say together. Exit 0: no run found anything, which proves
# nothing; 1: a run found something; 3: a run gave no result.
set -euo pipefail
model=$(realpath "$1")
claim=${2:-}
runs=${3:-8}
bits=${4:-24}
depth=${5:-20000}
hosts=${HOSTS:-:}
work=$(mktemp -d)
trap 'rm -rf "$work" /tmp/finite-fence-swarm-$$' EXIT
cd "$work"

spin -a "$model" >/dev/null
kind=$([ -n "$claim" ] && echo -a -N "$claim" || echo -E)
gcc ${CFLAGS:--O2} -w -DBITSTATE -DT_RAND -DP_RAND -DNOREDUCE $([ -n "$claim" ] || echo -DSAFETY) -o pan pan.c

# A host gets pan, and gives back what it printed; its folder is removed.
remote=/tmp/finite-fence-swarm-$$
one="mkdir -p run{2} && cd run{2} && ../pan $kind -n -w$bits -m$depth -h{1} -RS{2}; cd ..; rm -rf run{2}"
{ paste -d' ' <(seq 0 $((runs - 1)) | awk '{ print $1 % 100 }') <(seq 1 "$runs"); } |
  parallel --will-cite --colsep ' ' -S "$hosts" --basefile ./pan --workdir "$remote" --cleanup \
    --joblog log --results "out/{#}" "$one" >/dev/null

node --input-type=module - "$runs" <<'JS'
import { readFileSync } from 'node:fs';
const runs = Number(process.argv[2]);
const [, ...log] = readFileSync('log', 'utf8').trimEnd().split('\n');
const hosts = new Map(log.map((line) => line.split('\t')).map(([seq, host]) => [seq, host]));
let found = 0;
let lost = 0;
for (let run = 1; run <= runs; run++) {
  const on = `run ${run}, host ${(hosts.get(String(run)) ?? '?').replace(/.*@/, '')}`;
  let out = '';
  try {
    out = readFileSync(`out/${run}`, 'utf8');
  } catch {}
  const errors = /errors: (\d+)/.exec(out);
  if (errors === null) {
    lost++;
    console.log(`${on}: no result`);
    continue;
  }
  found += Number(Number(errors[1]) > 0);
  const [, states = '-'] = /^ *([\d.e+]+) states, stored/m.exec(out) ?? [];
  const [, factor = '-'] = /hash factor: ([\d.e+]+)/.exec(out) ?? [];
  const cut = /max search depth too small/.test(out) ? ', cut off at its depth' : '';
  console.log(`${on}: errors ${errors[1]}, ${states} states, hash factor ${factor}${cut}`);
}
if (found > 0) {
  console.log(`${found} of ${runs} runs found what they looked for: an error is real.`);
  process.exit(1);
}
if (lost > 0) {
  console.log(`${lost} of ${runs} runs gave no result.`);
  process.exit(3);
}
console.log(`No error in ${runs} bitstate runs. Each may have left out states: this is no proof.`);
JS
