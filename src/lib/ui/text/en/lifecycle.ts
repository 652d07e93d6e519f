/** Words of the lifecycle: the machine as a statechart. */
export const lifecycleText = {
  drawing: 'The states of the server, and what leads from one to another',
  anyState: 'any state',
  /** What the server's row says now. */
  now: (vmState: string, taskState: string | null) => `vm_state ${vmState}, task_state ${taskState ?? 'None'}`,
  here: (box: string) => `${box}, where the server is`,
  special: { never_launched: 'never launched', confirming: 'the migration is confirming' } as Readonly<
    Record<string, string>
  >,

  inFlight: 'Under way',
  last: 'Last',
  failed: 'Last, failed',
  pointed: 'Would go',
  byItself: 'By itself',
  goesOnAlone: (box: string) => `${box} goes on by itself`,
  route: (name: string) => `The way of ${name}`,
  onFailure: (box: string) => `A step that fails leads to ${box}.`,
  legend:
    'A coloured way can be taken now. The thick one is told above; it has a dot for each task state, filled as it begins.',
  mapHint: 'Press a state to see what leads out of it.',

  /** The accessible names of a transition. */
  leads: (name: string, from: string, to: readonly string[]) => `${name}: ${from} to ${to.join(' or ')}`,
  stays: (name: string, box: string) => `${name}: stays ${box}`,
  readonly: 'Here the steps can only be walked. Open the full playground to act.',
  elsewhere: (from: string, box: string) => `Starts from ${from}; the server is ${box}.`,

  from: (box: string) => `From ${box}`,
  staying: 'stays',
  to: (ends: readonly string[]) => `→ ${ends.join(' or ')}`,
  goesOn: (to: string) => `Goes on to ${to} by itself.`,
  nothing: 'Nothing leads out of here.',

  credit: (machine: string) =>
    `Drawn from an XState machine, ${machine}. The same machine decides what the buttons offer and what nova-api refuses.`,
  aboutXState: 'About XState'
} as const;
