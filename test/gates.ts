/**
 * Long comparisons and the pages in a browser, which take as long as all other tests together:
 * `.ci/run` asks them with `npm run test:gates`, and `npm test` leaves them out.
 */
export const gates: readonly string[] = [
  'test/cli/{cut-search,cut-searches,engines,killed}.test.ts',
  'test/drivers/drivers.test.ts',
  'test/logs/{cut-proposals,disguises,mutilations}.test.ts',
  'test/machines/queue.test.ts',
  'test/options/{combined,combined-hanging,invented}.test.ts',
  'test/site/{by-hand,explorer,keyboard,logs-page,playground,site}.test.ts',
  'test/strangers/random.test.ts',
  'test/symbolic/{drivers,gates,reach}.test.ts',
  'test/threads/{citations,naive,strangers}.test.ts',
  'test/verify/gates.test.ts',
  'test/example-driver/strangers/**/*.test.ts',
];
