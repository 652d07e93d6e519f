/** The words of the page that stands where there is none. In English. */
export const notFoundText = {
  title: 'No such page',
  short: 'The nova disk playground has no page at this address. It may have been cut short when it was copied.',
  where: 'These are there:',
  pages: [
    ['', 'The playground: why OpenStack answers “target vdc already exists”'],
    ['lessons/', 'The lessons'],
    ['errors/', 'What a line of nova-compute.log means']
  ],
  shorten: 'Take the last part off the address, up to a slash, and try again: the playground stands above.'
} as const;
