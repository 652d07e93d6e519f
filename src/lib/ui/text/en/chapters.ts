/** What is told around the article's steps, chapter by chapter. In English. */
export const chaptersText = {
  title: (number: number, count: number, title: string) => `Chapter ${number} of ${count} · ${title}`,
  chapters: [
    {
      title: 'Attach a volume',
      text: 'A server with one disk. The volume gets the next free name, vdb, also in the domain (libvirt’s record of this server).'
    },
    {
      title: 'Resize to a flavor with swap',
      text: 'A row keeps its name; a disk without a row takes the first free one. So swap gets vdc, and only the domain writes that down.'
    },
    { title: 'Confirm the resize', text: 'The client is content. Nothing about the disks changes.' },
    {
      title: 'Detach the volume',
      text: 'This is where it goes wrong, and nobody notices: vdb is free again, so Nova now believes swap to be there.'
    },
    {
      title: 'Attach it again',
      text: 'Nova asks for vdc. libvirt has swap on vdc and refuses; but the client already has its 200.'
    },
    {
      title: 'Try a soft reboot',
      text: 'The domain stays, so swap is still vdc for libvirt. The guest counts anew and may now call it vdb.'
    },
    {
      title: 'Attach once more',
      text: 'Same tables, same computation, same name, same refusal. However often you try.'
    },
    {
      title: 'Hard reboot',
      text: 'The domain is thrown away and built from Nova’s computation: now swap really is vdb. Stop and start does the same.'
    },
    {
      title: 'Attach, at last',
      text: 'vdc is free in Nova’s computation and in the domain. The volume is attached.'
    }
  ],
  end: {
    title: 'That is the whole story',
    text: 'Nova’s database has no row for swap. When volume1 went, Nova’s computation moved swap to vdb; libvirt’s domain kept it on vdc. A hard reboot rebuilt the domain from Nova’s computation.'
  }
} as const;
