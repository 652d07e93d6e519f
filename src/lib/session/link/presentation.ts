/**
 * How a page shows a moment, as the query of its address says it; and which moment, where no session stands in the
 * fragment.
 *
 * The query is typed by hand as often as it is copied. So nothing in it is an error: what is not understood is left out
 * and named, and what somebody else has put there is not looked at.
 */

export const THEMES = ['light', 'dark', 'auto'] as const;
export type Theme = (typeof THEMES)[number];

/** `full`: everything that moves through the steps; `steps`: one back and one forward; `none`: a still. */
export const CONTROLS = ['full', 'steps', 'none'] as const;
export type Controls = (typeof CONTROLS)[number];

/** The parts of the page that can be asked for. */
export const PANELS = [
  'step',
  'truths',
  'client',
  'log',
  'server',
  'operations',
  'steps',
  'why',
  'repairs',
  'xml',
  'lifecycle',
  'guest'
] as const;
export type Panel = (typeof PANELS)[number];

const LANGUAGES = ['en'] as const;
export type Language = (typeof LANGUAGES)[number];

export interface Presentation {
  /** The lesson's part of its address: `the-article`. Whether there is such a lesson is not known here. */
  readonly lesson: string | null;
  /** The moment of the lesson's whole story, counted as the page counts; null: the last. */
  readonly step: number | null;
  /** In the order in which they were asked for; empty: the page's usual ones. */
  readonly panels: readonly Panel[];
  readonly theme: Theme;
  readonly controls: Controls;
  /** The steps can be walked, and nothing can be done to the server. */
  readonly readonly: boolean;
  readonly lang: Language;
}

/** A value that means nothing here, as it was written, cut to what a notice can show. */
export interface PresentationProblem {
  readonly parameter: keyof Presentation;
  readonly value: string;
}

/** What a page shows that was told nothing. */
export const usualPresentation: Presentation = {
  lesson: null,
  step: null,
  panels: [],
  theme: 'auto',
  controls: 'full',
  readonly: false,
  lang: 'en'
};

/** Characters of a bad value that are shown. */
const SHOWN = 40;

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const STEP = /^\d{1,6}$/;
const YES = ['', 'true', '1'];
const NO = ['false', '0'];

function among<Word extends string>(words: readonly Word[], value: string): Word | null {
  return words.find((word) => word === value) ?? null;
}

/** Each reads one value; null when it means nothing. */
const readers: {
  readonly [Parameter in Exclude<keyof Presentation, 'panels'>]: (value: string) => Presentation[Parameter] | null;
} = {
  lesson: (value) => (SLUG.test(value) ? value : null),
  step: (value) => (STEP.test(value) ? Number(value) : null),
  theme: (value) => among(THEMES, value),
  controls: (value) => among(CONTROLS, value),
  readonly: (value) => (YES.includes(value) ? true : NO.includes(value) ? false : null),
  lang: (value) => among(LANGUAGES, value)
};

/** Reads a query, with or without its `?`. Where a parameter stands twice the first counts. */
export function readPresentation(query: string): {
  readonly presentation: Presentation;
  readonly problems: readonly PresentationProblem[];
} {
  const parameters = new URLSearchParams(query);
  const problems: PresentationProblem[] = [];
  const note = (parameter: keyof Presentation, value: string) => {
    problems.push({ parameter, value: value.slice(0, SHOWN) });
  };

  const read = <Parameter extends keyof typeof readers>(parameter: Parameter): Presentation[Parameter] => {
    const value = parameters.get(parameter);
    const meant = value === null ? null : readers[parameter](value);
    if (value !== null && meant === null) note(parameter, value);
    return meant ?? usualPresentation[parameter];
  };

  const panels = new Set<Panel>();
  for (const name of parameters.get('panels')?.split(',').filter(Boolean) ?? []) {
    const panel = among(PANELS, name);
    if (panel) panels.add(panel);
    else note('panels', name);
  }
  const presentation: Presentation = {
    lesson: read('lesson'),
    step: read('step'),
    panels: [...panels],
    theme: read('theme'),
    controls: read('controls'),
    readonly: read('readonly'),
    lang: read('lang')
  };
  return { presentation, problems };
}

/** Writes the query, without its `?`, that `readPresentation` reads back; what is usual is left out. */
export function writePresentation(wanted: Partial<Presentation>): string {
  const { lesson, step, panels, theme, controls, readonly } = { ...usualPresentation, ...wanted };
  // None of these values has a letter that an address would need escaped. There is one language yet: nobody has to say it.
  const parts = [
    lesson !== null && `lesson=${lesson}`,
    step !== null && `step=${step}`,
    panels.length > 0 && `panels=${panels.join(',')}`,
    theme !== usualPresentation.theme && `theme=${theme}`,
    controls !== usualPresentation.controls && `controls=${controls}`,
    readonly && 'readonly'
  ];
  return parts.filter(Boolean).join('&');
}
