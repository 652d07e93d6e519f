/**
 * What is put away while a question is open, because it would tell the answer.
 *
 * Two tables decide it for all lessons: which displays of the workbench tell what kind of question, and which goals do.
 */
import { cloudOf, type Session } from '../session.ts';
import { fourTruths } from '../views/four-truths.ts';
import { performAll } from './deed.ts';
import { holds } from './facts.ts';
import type { Fact, Part, Prediction } from './lesson.ts';

/**
 * The displays that can be put away: the picture and parts of it, the sentence about the step, the panes, and what the
 * client and nova-compute have written.
 */
export const DISPLAYS = [
  'picture',
  'next',
  'computation',
  'verdict',
  'sentence',
  'steps',
  'why',
  'repairs',
  'xml',
  'lifecycle',
  'guest',
  'written'
] as const;
export type Display = (typeof DISPLAYS)[number];

type Ask = Prediction['ask'];

/** The displays from which an answer can be read off. The sentence about a step often ends with the next name. */
const TOLD_BY_DISPLAY: Readonly<Record<Ask, readonly Display[]>> = {
  name: ['next', 'computation', 'verdict', 'sentence', 'why', 'repairs'],
  holder: ['next', 'verdict', 'sentence', 'why', 'repairs'],
  verdict: ['verdict', 'sentence', 'why', 'repairs'],
  client: ['verdict', 'sentence', 'why', 'repairs'],
  repairs: ['repairs'],
  'gentlest repair': ['repairs'],
  'guest name': ['guest'],
  fstab: ['guest'],
  status: ['lifecycle'],
  'volume status': []
};

/** Where the knowledge of a disk's place answers something. */
const TOLD_BY_PLACE: Readonly<Record<(Fact & { fact: 'place' })['truth'], readonly Ask[]>> = {
  domain: ['name', 'volume status', 'client'],
  computation: ['name', 'verdict', 'holder'],
  guest: ['guest name']
};

/** The questions that a goal can answer, where it is about the same. */
const TOLD_BY_GOAL: Readonly<Record<Exclude<Fact['fact'], 'place'>, readonly Ask[]>> = {
  server: ['status', 'client'],
  volume: ['volume status', 'client'],
  next: ['name', 'holder'],
  told: ['name'],
  verdict: ['verdict', 'holder'],
  logged: ['name', 'status', 'volume status', 'client'],
  flavor: [],
  asked: [],
  'root kept': [],
  moment: []
};

/** The questions of a part that nobody has answered yet. When its goals are reached, what has happened is plain. */
export function openQuestions(
  { predictions }: Part,
  guesses: readonly (string | undefined)[],
  reached: boolean
): readonly Prediction[] {
  return reached ? [] : predictions.filter((_, index) => guesses[index] === undefined);
}

/** Whether the column of Nova's computation has a disk: that tells its name then, and else the next name does. */
function isComputed(asked: Session, disk: string): boolean {
  return fourTruths(cloudOf(asked)).rows.some(({ disks }) => disks.computation.some(({ name }) => name === disk));
}

function isTold(asked: Session, prediction: Prediction, display: Display): boolean {
  if (!TOLD_BY_DISPLAY[prediction.ask].includes(display)) return false;
  if (prediction.ask !== 'name' || (display !== 'computation' && display !== 'next')) return true;
  return (display === 'computation') === isComputed(asked, prediction.disk);
}

/**
 * What is put away of the workbench, in the order of `DISPLAYS`. `asked`: the session in which the questions are asked.
 */
export function withheldDisplays(
  asked: Session,
  part: Part,
  open: readonly Prediction[],
  reached: boolean
): readonly Display[] {
  // Whoever has guessed may read what was written, as an operator would; the picture comes with the goal.
  if (part.withoutPicture && !reached) return DISPLAYS.filter((display) => display !== 'written' || open.length > 0);
  return DISPLAYS.filter((display) => open.some((prediction) => isTold(asked, prediction, display)));
}

/** Whether a goal and a question are about one disk, as far as both name one. */
function isAboutTheSame(goal: Fact, prediction: Prediction): boolean {
  const subject = goal.fact === 'place' ? goal.disk : goal.fact === 'volume' ? goal.volume : null;
  if (subject === null) return true;
  if ('disk' in prediction) return prediction.disk === subject;
  if ('volume' in prediction) return prediction.volume === subject;
  return !subject.startsWith('volume') || prediction.ahead.some((deed) => deed.split(' ').includes(subject));
}

/**
 * Whether a goal tells the answer to a question: it is of a kind that does, and it holds in the future that the question
 * is about. `asked`: the session in which the question is asked.
 */
export function tellsAnswer(asked: Session, goal: Fact, prediction: Prediction): boolean {
  const told = goal.fact === 'place' ? TOLD_BY_PLACE[goal.truth] : TOLD_BY_GOAL[goal.fact];
  if (!told.includes(prediction.ask) || !isAboutTheSame(goal, prediction)) return false;
  const after = performAll(asked, prediction.ahead);
  return after !== null && holds(after, goal, asked.timeline.position);
}
