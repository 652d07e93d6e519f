/**
 * The forms in which a moment is shared. All lead to the same address; they differ in what is said around it.
 */
import { cloudOf, type Session } from '../../session/session.ts';
import { stepFacts } from '../../session/views/step-facts.ts';
import { markdownLink } from '../export/markdown.ts';
import { stepSentence } from '../text/steps.ts';
import { shareText } from '../text/en/share.ts';
import { ticketText } from './ticket-text.ts';

export const FORMS = ['address', 'markdown', 'ticket'] as const;
export type Form = (typeof FORMS)[number];

/** The moment in words: the release, and what happens in the step. */
export function momentTitle(session: Session): string {
  const { lab } = cloudOf(session);
  const facts = stepFacts(session);
  const sentence = facts === null ? undefined : stepSentence(facts);
  // Asterisks mark what matters in it; a name that has one goes without it here.
  const told = sentence?.replaceAll('*', '') ?? shareText.beginning;
  return shareText.momentTitle(lab.release, session.timeline.position, told);
}

/** What is copied. `address` is absolute. */
export function sharedText(form: Form, session: Session, address: string): string {
  if (form === 'address') return address;
  const link = markdownLink(momentTitle(session), address);
  return form === 'markdown' ? link : ticketText(session, link);
}
