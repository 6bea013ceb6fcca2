/** Two engines and one slot of compute units behind them, from its description in README.md. */
export const twoEnginesFaults = {
  'render runs on the compute engine': 'swap',
  'the render queue is a stack': 'swap',
  'compute joins the render queue': 'swap',
  'the render engine is given away twice': 'drop',
  'compute takes units that are held': 'drop',
  'render takes units that are held': 'drop',
  'ports are taken before units': 'early',
  'compute keeps its engine': 'keep',
  'compute keeps the units': 'keep',
  'render keeps the ports': 'keep',
  'render gives back the engine of compute': 'swap',
  'the fence is signaled at the start': 'early',
  'the fence is signaled without the interrupt': 'early',
  'the fence is signaled twice': 'twice',
  'the interrupt comes to a context that is idle': 'drop',
  'arming counts contexts from one': 'off',
  'a job that was scheduled stays in its queue': 'keep',
  'a fence is never made new': 'keep',
} as const;
export type TwoEnginesFault = keyof typeof twoEnginesFaults;

type Phase = 'idle' | 'prepared' | 'queued' | 'scheduled' | 'dispatched' | 'running' | 'finished';
/** Whose something is: `r0`, `r1`, `c0`. */
type Who = string;

export class TwoEngines {
  readonly phase: Record<Who, Phase> = { r0: 'idle', r1: 'idle', c0: 'idle' };
  readonly fence: Record<Who, { visible: boolean; signals: number }> = {
    r0: { visible: false, signals: 0 },
    r1: { visible: false, signals: 0 },
  };
  readonly queue: Record<'r' | 'c', Who[]> = { r: [], c: [] };
  readonly engine: Record<'r' | 'c', Who | null> = { r: null, c: null };
  units: Who | null = null;
  ports: Who | null = null;
  readonly #fault: TwoEnginesFault | null;
  constructor(fault: TwoEnginesFault | null = null) {
    this.#fault = fault;
  }
  #has(fault: TwoEnginesFault): boolean {
    return this.#fault === fault;
  }
  #kind(who: Who): 'r' | 'c' {
    return who.startsWith('r') ? 'r' : 'c';
  }

  submit(who: Who): boolean {
    if (this.phase[who] !== 'idle') return false;
    if (who === 'c0') {
      this.phase[who] = 'queued';
      this.queue[this.#has('compute joins the render queue') ? 'r' : 'c'].push(who);
      return true;
    }
    this.phase[who] = 'prepared';
    if (!this.#has('a fence is never made new')) this.fence[who] = { visible: false, signals: 0 };
    return true;
  }
  arm(who: Who): boolean {
    if (this.phase[who] !== 'prepared') return false;
    this.phase[who] = 'queued';
    const armed = this.#has('arming counts contexts from one') && who === 'r0' ? 'r1' : who;
    this.fence[armed]!.visible = true;
    this.queue.r.push(who);
    return true;
  }
  schedule(who: Who): boolean {
    const kind = this.#kind(who);
    if (this.phase[who] !== 'queued') return false;
    const queue = this.queue[kind];
    const first =
      kind === 'r' && this.#has('the render queue is a stack') ? queue.at(-1) : queue[0];
    if (first !== who) return false;
    const engine = kind === 'r' && this.#has('render runs on the compute engine') ? 'c' : kind;
    const careless = kind === 'r' && this.#has('the render engine is given away twice');
    if (this.engine[engine] !== null && !careless) return false;
    this.engine[engine] = who;
    if (!this.#has('a job that was scheduled stays in its queue'))
      queue.splice(queue.indexOf(who), 1);
    this.phase[who] = 'scheduled';
    return true;
  }
  dispatch(who: Who): boolean {
    if (this.phase[who] !== 'scheduled') return false;
    const careless = this.#has(
      who === 'c0' ? 'compute takes units that are held' : 'render takes units that are held',
    );
    if (this.units !== null && !careless) return false;
    this.units = who;
    this.phase[who] = 'dispatched';
    return true;
  }
  start(who: Who): boolean {
    const early = this.#has('ports are taken before units') && this.phase[who] === 'scheduled';
    if (this.phase[who] !== 'dispatched' && !early) return false;
    if (this.ports !== null) return false;
    this.ports = who;
    this.phase[who] = 'running';
    if (who !== 'c0' && this.#has('the fence is signaled at the start')) this.fence[who]!.signals++;
    return true;
  }
  finish(who: Who): boolean {
    if (this.phase[who] !== 'running') return false;
    const kind = this.#kind(who);
    this.phase[who] = who === 'c0' ? 'idle' : 'finished';
    const wrong = kind === 'r' && this.#has('render gives back the engine of compute');
    const keeps = kind === 'c' && this.#has('compute keeps its engine');
    if (!keeps) this.engine[wrong ? 'c' : kind] = null;
    if (!(kind === 'c' && this.#has('compute keeps the units'))) this.units = null;
    if (!(kind === 'r' && this.#has('render keeps the ports'))) this.ports = null;
    if (kind === 'r' && this.#has('the fence is signaled without the interrupt'))
      this.fence[who]!.signals++;
    return true;
  }
  interrupt(who: Who): boolean {
    const fence = this.fence[who]!;
    const again =
      this.#has('the interrupt comes to a context that is idle') &&
      fence.visible &&
      this.phase[who] === 'idle';
    if (this.phase[who] !== 'finished' && !again) return false;
    fence.signals += this.#has('the fence is signaled twice') ? 2 : 1;
    this.phase[who] = 'idle';
    return true;
  }
}
