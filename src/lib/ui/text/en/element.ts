/** Words of the element that embeds the playground. They are in its file, so they are few. In English. */
export const elementText = {
  title: 'nova disk playground',
  frame: (lesson: string | null) => `nova disk playground${lesson ? `, lesson ${lesson}` : ''}`,
  picture: (lesson: string, step: string) =>
    `The disks of the server at step ${step} of the lesson ${lesson}, as Nova, libvirt and the guest name them.`,
  open: 'Open this in the nova disk playground'
} as const;
