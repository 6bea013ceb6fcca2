import type { Telling } from '../../machines/words/words.ts';
import { verdicts, worst } from '../check/finding.ts';
import { brokenByHanging } from '../judge/hanging.ts';
import type { Judgement } from '../judge/judge.ts';
import { told } from '../judge/told.ts';
import type { Paint } from './paint.ts';
import { paragraph } from './layout.ts';
import { short, story } from './story.ts';

/** Whether the verdict is this bad only where a job may hang on the hardware for ever. */
export function onlyByHanging({ verdict, findings, hanging, assessment }: Judgement): boolean {
  const hung = worst(brokenByHanging(hanging).map((finding) => finding.verdict));
  const others = worst([assessment.verdict, ...findings.map((finding) => finding.verdict)]);
  return hung === verdict && verdicts.indexOf(hung) < verdicts.indexOf(others);
}

/** What is broken where a job may hang on the hardware for ever, each with its run. */
export function hangingLines(
  judgement: Judgement,
  telling: Telling,
  paint: Paint,
  brief: boolean,
): string[] {
  const { hanging, assessment } = judgement;
  const broken = told(brokenByHanging(hanging));
  if (hanging === null || broken.length === 0) return [];

  // The runs are of a system of their own, in which recovery acts: what it changes is not asked.
  const there = {
    ...judgement,
    program: hanging.program,
    assessment: { ...assessment, recovered: null },
  };
  return [
    '',
    ...paragraph(
      '',
      'If the hardware hangs for ever, only hang recovery can end the job. So here a timeout may ' +
        'come wherever a fence takes long, and what recovery does counts:',
    ),
    ...broken.flatMap((entry) => [
      '',
      ...(brief ? short(there, entry, paint) : story(there, telling, entry, paint)),
    ]),
  ];
}
