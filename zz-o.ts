import { writeFileSync } from 'node:fs';
const base = process.argv[2]!; const out = process.argv[3]!; const part = Number(process.argv[4] ?? 0), of = Number(process.argv[5] ?? 1);
const { descriptions, fenceSignals, submitEnds } = await import(base + '/test/options/oracle.ts');
const { systemOf } = await import(base + '/machines/description/system.ts');
const { check } = await import(base + '/src/check/verdict.ts');
const { inWords } = await import(base + '/src/check/waits.ts');
const { withoutRecovery } = await import(base + '/src/system/program.ts');
const { worst } = await import(base + '/src/check/finding.ts');
const lines: string[] = []; let n = 0, bad = 0, i = 0; const seen = new Map<string, any>();
for (const d of descriptions()) {
  if (i++ % of !== part) continue;
  n++;
  const p = withoutRecovery(systemOf({ driver: 'x', options: d.options, compute: d.compute, hardwareCan: d.hardwareCan, hazards: d.hazards }));
  let r = seen.get(p.digest); if (!r) seen.set(p.digest, r = check(p, { states: 3e5 }, { plain: true }));
  const v = (...names: string[]) => { const f = r.promises.filter((x: any) => names.includes(x.of)); return f.length ? worst(f.map((x: any) => x.verdict)) : '-'; };
  const f = v('fence-signals', 'compute-fence-signals'), s = v('submit-ends');
  const ef = fenceSignals(d), es = submitEnds(d);
  const of2 = ef.verdicts.includes(f), os = es.verdicts.includes(s);
  const never = r.promises.filter((x: any) => x.pending === 0).map((x: any) => x.promise);
  if (!of2 || !os) { bad++; const w = r.promises.find((x: any) => (x.of === 'fence-signals' || x.of === 'compute-fence-signals' || x.of === 'submit-ends') && x.verdict !== 'finite' && x.waits);
    lines.push([d.options.join('+') || 'none', d.compute, d.hardwareCan.join(',') || 'cannot', d.hazards.join() || '-', of2 ? 'fence ok ' + f : `FENCE ${f} text ${ef.verdicts.join('/')} ${ef.sure}`, os ? 'submit ok ' + s : `SUBMIT ${s} text ${es.verdicts.join('/')} ${es.sure}`, r.states, never.join(), w ? inWords(w.waits) : ''].join(' | ')); }
}
writeFileSync(out, lines.join('\n') + '\n'); console.log(n, 'asked', bad, 'differ', seen.size, 'systems');
