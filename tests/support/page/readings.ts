/** What a person reads on the playground, as functions that run in the page: any driver can send them there. */

/** The disks of one column of the picture, as `vdb volume1`, in order. */
export function disksOf(truth: string): string[] {
  return [...document.querySelectorAll<HTMLElement>('tr[data-device]')].flatMap((row) =>
    [...row.querySelectorAll<HTMLElement>(`td[data-truth="${truth}"] .chip`)].map(
      (chip) => `${row.dataset['device'] ?? ''} ${chip.innerText.trim()}`
    )
  );
}

/** The name that Nova would give to the next volume. */
export function nextName(): string | undefined {
  return document.querySelector('.next')?.closest<HTMLElement>('tr[data-device]')?.dataset['device'];
}

/** The text of what a test id names, or of its first. */
export function textOf(testId: string): string {
  return document.querySelector<HTMLElement>(`[data-testid="${testId}"]`)?.innerText.trim() ?? '';
}
