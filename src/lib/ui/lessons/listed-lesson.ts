/** What the list of lessons has to know of one: its page's address is `SLUG/`. */
export interface ListedLesson {
  readonly number: number;
  readonly slug: string;
  readonly title: string;
  readonly goal: string;
  readonly minutes: number;
  readonly release: string;
  readonly parts: number;
  readonly questions: number;
  readonly fewest: number;
}
