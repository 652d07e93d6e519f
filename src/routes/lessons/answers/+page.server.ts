import { allLessons } from '$lib/lessons/all.ts';
import { answerTo } from '$lib/session/lesson/answer.ts';
import { lineOf } from '$lib/session/lesson/deed.ts';
import { sessionAt } from '$lib/session/lesson/story.ts';
import type { Lesson } from '$lib/session/lesson/lesson.ts';
import { cloudOf } from '$lib/session/session.ts';
import { optionText } from '$lib/ui/text/en/prediction-options.ts';
import { explanation } from '$lib/ui/text/en/predictions.ts';

/** What a trainer wants to have at hand of one part. */
interface PartAnswers {
  readonly title: string;
  readonly questions: readonly {
    readonly question: string;
    readonly right: string;
    readonly reasons: readonly string[];
  }[];
  readonly hints: readonly string[];
  readonly lines: readonly string[];
  /** What is read when the goals are reached. */
  readonly after: readonly string[];
}

function answersOf(lesson: Lesson): readonly PartAnswers[] {
  return lesson.parts.map(({ title, predictions, hints, solution, after }, part) => {
    const session = sessionAt(lesson, part);
    const questions = predictions.map((prediction) => {
      const answer = answerTo(session, prediction);
      const [, ...reasons] = explanation(prediction, answer, answer.right);
      return { question: prediction.question, right: optionText(prediction, answer.right), reasons };
    });
    return { title, questions, hints, after, lines: solution.map((deed) => lineOf(cloudOf(session), deed)) };
  });
}

/** The answers to one lesson. */
interface LessonAnswers {
  readonly number: number;
  readonly slug: string;
  readonly title: string;
  readonly fewest: number;
  readonly parts: readonly PartAnswers[];
}

export function load(): { lessons: readonly LessonAnswers[] } {
  const lessons = allLessons.map(({ number, slug, fewest, lesson }) => ({
    number,
    slug,
    fewest,
    title: lesson.title,
    parts: answersOf(lesson)
  }));
  return { lessons };
}
