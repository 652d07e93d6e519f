/**
 * The article's case as requests, in the order in which its author made them, and as the story that they make.
 *
 * Source: "Disk Enumeration Behavior with OpenStack Nova and Libvirt+KVM" (2018-01-06). The soft reboot and the second
 * failing attach are what the article tells but does not show.
 */
import { ARTICLE_LAB, type Lab } from '../engine/cloud/lab.ts';
import type { Request } from '../engine/cloud/operations.ts';
import { act, goTo, runToEnd, startSession, type Session } from './session.ts';

/** The lab in which the article was written. */
export const articleLab: Lab = ARTICLE_LAB;

const volume_id = 'a54facb5-8b1e-4370-9d0b-e7b6ca6f7adc';

/** What the author did; each request runs to its end before the next. */
export const articleRequests: readonly Request[] = [
  { type: 'attach', volume_id },
  { type: 'resize', flavor: '203' },
  { type: 'confirm' },
  { type: 'detach', volume_id },
  { type: 'attach', volume_id },
  { type: 'softReboot' },
  { type: 'attach', volume_id },
  { type: 'hardReboot' },
  { type: 'attach', volume_id }
];

/** The whole case, all its moments ahead of the cursor. Throws when the API refuses a request, which would be a bug. */
export function articleStory(): Session {
  const end = articleRequests.reduce((session, request) => {
    const made = act(session, request);
    if (!made.ok) throw new Error(made.error.message);
    return runToEnd(made.value);
  }, startSession(articleLab));
  return goTo(end, 0);
}
