import { firstLoad } from './tests/support/site/first-load.js';

const { scripts, styles } = firstLoad('index.html');
const lesson = firstLoad('lessons/the-article/index.html');
const embed = firstLoad('embed/index.html');
const lessonIndex = firstLoad('lessons/index.html');

/**
 * A budget for what stands between a click on the link and the first step. Gzip, because every static host does that
 * much. Svelte weighs 20 kB of it, the engine with machine and session 27, the page the rest.
 * Monaco alone weighs 775 kB and its style sheet 21 kB, so these limits also see to it that it is loaded later.
 */
const budgets = [
  { name: 'JavaScript before the first step', path: scripts, gzip: true, limit: '70 kB' },
  { name: 'CSS before the first step', path: styles, gzip: true, limit: '15 kB' },
  // The same workbench, and beside it the lesson: its runner, its words and its text, what puts answers away until the
  // guess, and the button by which a class is sent its address. Nobody has asked for a number here: it is what there is.
  { name: 'JavaScript before a lesson begins', path: lesson.scripts, gzip: true, limit: '89 kB' },
  // The engine and Svelte are 45 kB of it. A build of its own shares no file: a frame could not use what the site has
  // fetched. What reads a lesson, or a link, comes with one; what acts on the server, with a part that does.
  { name: 'JavaScript before an embed’s first step', path: embed.scripts, gzip: true, limit: '60 kB' },
  { name: 'The element that embeds', path: 'build/embed.v1.js', gzip: true, limit: '3 kB' },
  { name: 'JavaScript of the list of lessons', path: lessonIndex.scripts, gzip: true, limit: '30 kB' }
];

// size-limit takes an empty list for a mistake; a page without a style sheet is none.
export default budgets.filter(({ path }) => path.length > 0);
