/**
 * The words of the lessons' pages. In English. What a lesson itself says is in its own folder.
 */
import type { ProgressProblem } from '../../../session/lesson/progress.ts';
import type { Display } from '../../../session/lesson/withheld.ts';

const PROBLEMS: Record<ProgressProblem | 'notKept', string> = {
  damaged:
    'Your stored progress could not be read. It was set aside, not deleted, and a new one has begun. If you have an exported file, import it.',
  future:
    'Your stored progress was written by a newer version of this page. It was set aside; load the page again to get that version.',
  notKept:
    'This browser stores nothing for this site, so your progress is lost when you leave the page. To keep it, let the browser store data for this site.'
};

const IMPORT_PROBLEMS: Record<ProgressProblem, string> = {
  damaged: 'That file holds no progress of these lessons. Choose the file that “Export progress” has made.',
  future: 'A newer version of this page made that file. Load the page again to get that version.'
};

/** `1 minute`, `8 minutes`. */
function minutes(count: number): string {
  return count === 1 ? '1 minute' : `${count} minutes`;
}

function operations(count: number): string {
  return count === 1 ? '1 operation' : `${count} operations`;
}

const SHORTER = ' What is shorter cuts the guest’s power, overwrites its root disk or changes its flavor.';

export const lessonsText = {
  siteTitle: 'nova disk playground',
  indexTitle: 'Lessons',
  indexPageTitle: 'Lessons | nova disk playground',
  indexDescription:
    'Thirteen short lessons on how Nova names disks: predict what will happen, let it happen, and see why. They end with a real incident.',
  indexLead:
    'Each lesson puts you before a real situation, asks what will happen, lets it happen, and explains. In the end you predict names, recognise the failure from its symptoms, and choose the repair with the least harm.',
  lessonPageTitle: (title: string) => `${title} | Lessons | nova disk playground`,
  noScript:
    'Without JavaScript you can read the lesson, its questions, hints and solutions. With it, you do all of it in a running model beside the text.',
  allLessons: 'All lessons',
  playground: 'Playground',

  lesson: (number: number) => `Lesson ${number}`,
  canDo: (goal: string) => `After it you can ${goal}`,
  about: (time: number, release: string) => `${minutes(time)} · Nova ${release}`,
  minutes,
  recorded: (name: string) =>
    `What happens here was recorded from real Nova (“${name}” in its functional tests), and this lesson is held to it.`,
  notRecorded: 'What happens here follows Nova’s source and recordings of libvirt.',

  partTitle: (number: number, title: string) => `${number}. ${title}`,
  goals: 'Goal',
  goalsOf: (number: number, count: number) => `Goal of part ${number} of ${count}`,
  goalState: { true: 'reached', false: 'not yet' } as Record<`${boolean}`, string>,
  partReached: 'Part done: see what happened',
  guessFirst: 'Guess first',
  goalsTelling: (count: number) =>
    count === 1 ? 'one goal would tell the answer.' : `${count} goals would tell the answer.`,
  tellingGoals: 'Goals that tell an answer',
  /** What of the picture and around it can be put away. */
  pictureParts: [
    ['next', 'the next name'],
    ['computation', 'Nova’s computation'],
    ['verdict', 'the verdict'],
    ['sentence', 'the sentence about the step']
  ] as readonly (readonly [Display, string])[],
  partsTelling: (parts: readonly string[]) => {
    const [last = '', ...others] = parts.toReversed();
    const all = others.length > 0 ? `${others.toReversed().join(', ')} and ${last}` : last;
    return `${all} would tell the answer, so ${others.length > 0 ? 'they are' : 'it is'} put away until then.`;
  },
  paneTelling: 'this pane would tell the answer, so it is put away until then.',
  withoutPicture: {
    guessing:
      'Until the goal is reached the picture is put away, and until you have guessed also what the client and nova-compute.log say. You have the terminal.',
    guessed:
      'Until the goal is reached the picture is put away. You have what an operator has: the client, nova-compute.log and the terminal.'
  },
  paneWithoutPicture: 'Until the goal is reached this is put away with the picture.',
  whatHappened: 'What happened',
  pictures: 'What happened, in pictures',

  predict: 'Predict first',
  say: 'That is my guess',
  chooseFirst: 'Choose an answer first.',
  noted: 'Noted. Now let it happen; the answer and its reasons appear when the goal is reached.',
  whyNow: 'Show the answer now',
  writeWhy: 'Because:',
  writeWhatHappened: 'What happened, and why?',
  paperName: 'Name',
  paperDate: 'Date',

  hints: 'Hints',
  hintNames: ['A nudge', 'A pointer', 'All but the answer'] as const,
  solution: 'Solution',
  solutionLead:
    'One way of several. A button types a line into the terminal’s prompt; nothing runs until you press Enter.',
  type: 'Type it',
  typeLong: (line: string) => `Type into the prompt: ${line}`,

  next: 'Next part',
  skip: 'Skip this part',
  back: 'Previous part',
  again: 'Set the lab to the start of this part',
  finish: 'Finish the lesson',
  finished: 'Lesson finished',
  used: (count: number, fewest: number) =>
    `You used ${operations(count)}; the shortest gentle way takes ${fewest}.${count < fewest ? SHORTER : ''}`,
  guessed: (right: number, count: number) => `${right} of ${count} predictions were right.`,
  nextLesson: (title: string) => `Next lesson: ${title}`,
  reading: 'Read on',

  projector: 'Projector',
  projectorHint: 'Large type and less around it, for a class',

  progress: 'Your progress',
  statusNew: 'not begun',
  statusBegun: (parts: number, count: number) => `${parts} of ${count} parts`,
  statusDone: 'done',
  export: 'Export progress',
  import: 'Import progress',
  imported: 'The progress of the file was added to yours.',
  record: 'Completion record',
  print: 'Print the record',
  name: 'Name on the record',
  exportName: 'nova-lessons-progress.json',
  recordName: 'nova-lessons-record.md',
  forTrainers: 'For trainers',
  trainers: [
    'A lesson’s address opens a class at that lesson; with ?projector it opens in large type.',
    'Printed, a lesson is a handout: its text and questions, with room for the answers and without hints.',
    'Learners send in their completion record as a file, or print it on this page.'
  ],
  answerKey: 'The answer key: every prediction, hint and solution',
  glossaryLink: 'Glossary',
  errorsLink: 'Error texts',
  problems: PROBLEMS,
  importProblems: IMPORT_PROBLEMS,
  columns: { lesson: 'Lesson', minutes: 'Time', status: 'Progress', operations: 'Operations', answers: 'Predictions' },
  ofFewest: (used: number, fewest: number) => `${used} (shortest gentle way ${fewest})`,
  ofAll: (right: number, count: number) => `${right} of ${count} right`,

  recordTitle: 'Completion record: nova disk playground, lessons',
  recordFor: (name: string) => `Name: ${name}`,
  recordDone: (done: number, all: number) => `${done} of ${all} lessons finished`,

  glossaryTitle: 'Glossary',
  glossaryPageTitle: 'Glossary | Lessons | nova disk playground',
  glossaryDescription:
    'Every term of the lessons in plain words: BDM, target dev, flavor, ephemeral disk, cast, domain and more.',
  glossaryLead: 'Every term that the lessons use, in plain words.',

  answersTitle: 'Answer key',
  answersPageTitle: 'Answer key | Lessons | nova disk playground',
  answersDescription:
    'For trainers: the right answer to every prediction of the lessons with its reasons, and all solutions.',
  answersLead:
    'For trainers. Nobody has written these answers down: each was worked out by running the engine ahead from the lesson’s own state when this page was built.',
  answerLabel: 'Answer',
  fewest: (count: number) => `The shortest gentle way: ${operations(count)}.`
} as const;
