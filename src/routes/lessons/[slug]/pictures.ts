import type { Lesson } from '$lib/session/lesson/lesson.ts';
import { decisiveMoment } from '$lib/session/lesson/decisive-moment.ts';
import { momentInWords, momentSvg } from '$lib/ui/export/moment-svg.ts';

/** The picture of a part's decisive moment, which lies at `pictures/SLUG/STEP.svg`, and what it shows in words. */
export interface PartPicture {
  readonly title: string;
  readonly step: number;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
}

/** One picture for each part. */
export function picturesOf(lesson: Lesson): readonly PartPicture[] {
  return lesson.parts.map(({ title }, part) => {
    const moment = decisiveMoment(lesson, part);
    const { width, height } = momentSvg(moment, lesson.title);
    return { title, step: moment.timeline.position, alt: momentInWords(moment), width, height };
  });
}
