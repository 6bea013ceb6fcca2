import type { Place } from './syntax.ts';
import {
  counted,
  way,
  type Instruction,
  type Label,
  type Local,
  type Seen,
  type Site,
  type Way,
} from './steps.ts';
import { Reading } from './reading.ts';

/** Instructions a thread may have, all that it calls included. */
const longest = 20_000;

/** Writes instructions, one after another. */
export abstract class Writing extends Reading {
  protected readonly code: Instruction[] = [];
  protected temporaries = 0;
  /** The call that is being lowered; 0 between calls. */
  protected call = 0;

  protected emit(one: Instruction): void {
    this.code.push(one);
    if (this.code.length > longest)
      this.wrong(
        one.place,
        `'${this.thread.name}' has more than ${longest} steps with all that it calls`,
      );
  }

  protected here(label: Label): void {
    label.at = this.code.length;
  }

  protected jump(to: Label, place: Place): void {
    this.emit({ is: 'jump', to, place });
  }

  protected step(
    site: Site,
    ways: (local: Local) => Way[],
    more: {
      readonly says?: string | undefined;
      readonly sees?: (local: Local) => Seen[];
      readonly queuedFor?: string;
      readonly waitsFor?: string;
    } = {},
  ): void {
    this.emit({
      is: 'step',
      text: more.says === undefined ? site.text : `${site.text}: ${more.says}`,
      place: site.place,
      ways,
      sees: more.sees ?? (() => []),
      queuedFor: more.queuedFor ?? null,
      waitsFor: more.waitsFor ?? null,
      call: this.call,
    });
  }

  protected flag(
    {
      do: how,
      flag,
      gives,
    }: { readonly do: 'raise' | 'lower' | 'clear'; readonly flag: string; readonly gives?: number },
    site: Site,
  ): void {
    this.step(site, ({ held, flags }) => {
      const now = flags[flag] ?? 0;
      const next = { raise: now + 1, lower: Math.max(0, now - 1), clear: 0 }[how];
      // Between taking what spins and keeping interrupts out, one may come.
      const visible = held.some(({ spins }) => spins);
      return [
        way({
          flags: counted(flags, flag, next),
          visible,
          sets: site.into !== null && gives !== undefined ? [[site.into, gives]] : [],
        }),
      ];
    });
  }

  /** Ways of a step that may sleep: a fault in atomic context. */
  protected sleeping(site: Site, ways: (local: Local) => Way[]): (local: Local) => Way[] {
    return (local) =>
      this.atomic(local)
        ? [way({ bad: `${site.text} may sleep, in atomic context`, visible: true })]
        : ways(local);
  }
}
