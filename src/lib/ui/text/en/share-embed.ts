/**
 * The words of the dialog that shows a moment on somebody's own page. In English.
 */
import type { Controls, Panel, Theme } from '../../../session/link/presentation.ts';
import { dockText } from './dock.ts';

export const shareEmbedText = {
  lead: 'A frame for your documentation: its readers walk the steps where they read about them. Nothing to install, and nothing is counted.',
  what: 'What it shows',
  whats: { moment: 'This moment', lesson: 'A lesson' },
  lesson: 'Lesson',
  step: 'Step',
  stepHint: (last: number) => `0 to ${last}`,
  lessonTitle: (lesson: string, step: number) => `${lesson}, step ${step}`,
  lessonFailed: 'The lessons could not be fetched. Choose again to try once more.',

  panels: 'Parts',
  panelNames: {
    step: 'Step',
    truths: 'Picture',
    client: 'Client',
    log: 'Log',
    server: 'Server',
    operations: 'Operations',
    ...dockText.panes,
    steps: 'List of steps'
  } satisfies Record<Panel, string>,
  theme: 'Colours',
  themes: { auto: 'As the reader’s system', light: 'Light', dark: 'Dark' } satisfies Record<Theme, string>,
  controls: 'Controls',
  controlNames: { full: 'All', steps: 'Back and forward', none: 'None' } satisfies Record<Controls, string>,
  readonly: 'Only walk the steps, do nothing to the server',
  height: 'Height in pixels',
  heightHint: 'A narrow column needs more; what does not fit scrolls.',

  preview: 'Preview of the frame',
  recipe: 'For pages in',
  recipes: {
    element: {
      name: 'HTML, element',
      use: 'The best where a script may run: as high as its content, in the colours of your page, and loaded when it comes into view. The script is needed once a page; where a site changes its pages by script, as Docusaurus does, let the site load it.'
    },
    html: {
      name: 'HTML, frame',
      use: 'Works wherever HTML does, without a script of ours, in a height that you choose.'
    },
    rest: {
      name: 'Sphinx (reST)',
      use: 'As OpenStack’s own documentation is written. A PDF leaves the frame out and keeps the link. In a list or a note, indent it as the text there.'
    },
    markdown: {
      name: 'Markdown, MkDocs',
      use: 'For Markdown that lets HTML through, as MkDocs, Jekyll and Docsify do.'
    },
    picture: {
      name: 'Markdown, picture',
      use: 'For GitHub, GitLab and wikis, which take no frames: a still picture that links to the moment.'
    },
    hugo: {
      name: 'Hugo',
      use: 'The first part goes once into layouts/shortcodes/nova-disk-playground.html, the last line into the page. No “unsafe” is needed.'
    },
    mdx: { name: 'Docusaurus (MDX)', use: 'For MDX, which takes JSX and no style attribute.' },
    asciidoc: {
      name: 'AsciiDoc',
      use: 'A passthrough block, for Antora and Asciidoctor. A PDF leaves it out and keeps the link. In a list, put a + before it.'
    }
  },
  noPicture: 'Pictures are drawn of the lessons’ moments. Choose “A lesson” above.',
  open: 'Open this moment in the nova disk playground',

  siteProblems: {
    local: 'This address is of your own machine, so nobody else can see the frame. Make it on the public site.',
    insecure:
      'This site is not served by https, and a page that is will not show it in a frame. Let it be served by https first.'
  }
} as const;
