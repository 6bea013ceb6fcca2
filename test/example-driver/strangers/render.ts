/** A render-only GPU, from its description in README.md. */
export const renderFaults = {
  'arms a job twice': 'drop',
  'arms without a queue': 'keep',
  'schedules on a busy engine': 'drop',
  'schedules the newest': 'swap',
  'schedules what is not armed': 'drop',
  'leaves the job in the queue': 'keep',
  'dispatches before it is scheduled': 'early',
  'starts before it has compute units': 'early',
  'finishes what does not run': 'early',
  'keeps the engine': 'keep',
  'keeps the compute units': 'keep',
  'keeps the pipeline': 'keep',
  'signals before the job has finished': 'early',
  'signals twice': 'twice',
  'signals the fence of the other context': 'swap',
  'signals again when idle': 'drop',
  'a new job has the old fence': 'keep',
  'the context stays busy': 'keep',
  'numbers contexts from one in the interrupt': 'off',
} as const;
export type RenderFault = keyof typeof renderFaults;

type Phase = 'idle' | 'prepared' | 'queued' | 'scheduled' | 'dispatched' | 'running' | 'finished';
type Context = { phase: Phase; visible: boolean; signals: number };

export class RenderGpu {
  readonly contexts: Context[] = [0, 1].map(() => ({ phase: 'idle', visible: false, signals: 0 }));
  queue: number[] = [];
  engine: number | null = null;
  units: number | null = null;
  pipeline: number | null = null;
  readonly #fault: RenderFault | null;
  constructor(fault: RenderFault | null = null) {
    this.#fault = fault;
  }
  #has(fault: RenderFault): boolean {
    return this.#fault === fault;
  }

  submit(c: number): boolean {
    const context = this.contexts[c]!;
    if (context.phase !== 'idle') return false;
    context.phase = 'prepared';
    if (!this.#has('a new job has the old fence')) {
      context.visible = false;
      context.signals = 0;
    }
    return true;
  }
  arm(c: number): boolean {
    const context = this.contexts[c]!;
    const again = this.#has('arms a job twice') && context.phase === 'queued';
    if (context.phase !== 'prepared' && !again) return false;
    context.phase = 'queued';
    context.visible = true;
    if (!this.#has('arms without a queue')) this.queue.push(c);
    return true;
  }
  schedule(c: number): boolean {
    const context = this.contexts[c]!;
    const unarmed = this.#has('schedules what is not armed') && context.phase === 'prepared';
    if (context.phase !== 'queued' && !unarmed) return false;
    const first = this.#has('schedules the newest') ? this.queue.at(-1) : this.queue[0];
    if (first !== c && !unarmed && !this.#has('arms without a queue')) return false;
    if (this.engine !== null && !this.#has('schedules on a busy engine')) return false;
    this.engine = c;
    if (!this.#has('leaves the job in the queue'))
      this.queue = this.queue.filter((one) => one !== c);
    context.phase = 'scheduled';
    return true;
  }
  dispatch(c: number): boolean {
    const context = this.contexts[c]!;
    const early = this.#has('dispatches before it is scheduled') && context.phase === 'queued';
    if ((context.phase !== 'scheduled' && !early) || this.units !== null) return false;
    this.units = c;
    context.phase = 'dispatched';
    return true;
  }
  start(c: number): boolean {
    const context = this.contexts[c]!;
    const early = this.#has('starts before it has compute units') && context.phase === 'scheduled';
    if ((context.phase !== 'dispatched' && !early) || this.pipeline !== null) return false;
    this.pipeline = c;
    context.phase = 'running';
    return true;
  }
  finish(c: number): boolean {
    const context = this.contexts[c]!;
    const early = this.#has('finishes what does not run') && context.phase === 'dispatched';
    if (context.phase !== 'running' && !early) return false;
    context.phase = 'finished';
    if (!this.#has('keeps the engine')) this.engine = null;
    if (!this.#has('keeps the compute units')) this.units = null;
    if (!this.#has('keeps the pipeline')) this.pipeline = null;
    return true;
  }
  interrupt(c: number): boolean {
    const context = this.contexts[c]!;
    const early = this.#has('signals before the job has finished') && context.phase === 'running';
    const again =
      this.#has('signals again when idle') && context.phase === 'idle' && context.visible;
    if (context.phase !== 'finished' && !early && !again) return false;
    const other =
      this.#has('signals the fence of the other context') ||
      this.#has('numbers contexts from one in the interrupt');
    const told = this.contexts[other ? (c + 1) % 2 : c]!;
    told.signals += this.#has('signals twice') ? 2 : 1;
    if (!early && !this.#has('the context stays busy')) context.phase = 'idle';
    return true;
  }
}
