/** Words of the lanes: the steps of history as messages between services. */
export const lanesText = {
  beginning: 'The server is built',
  step: 'Step',
  listLabel: 'All steps of this branch',
  hint: 'Press a step to go there. Up and down move through the list.',
  said: (position: number, from: string, to: string, name: string) =>
    from === to ? `${position}: ${to}, ${name}` : `${position}: ${from} to ${to}, ${name}`,
  answered: (code: number) => `answers ${code}`,
  failed: 'fails',
  branches: 'Branches of history',
  current: 'this one',
  nothingAsked: 'nothing asked',
  branch: (forksAt: number, asked: string) => `from moment ${forksAt}: ${asked}`,
  whole: (asked: string) => `from the start: ${asked}`
} as const;
