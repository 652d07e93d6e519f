/**
 * The colours of a picture that leaves the page, where no style sheet of ours goes with it.
 *
 * app.css says what they are; a test holds the two against each other, so neither can change alone.
 */
import type { DiskKind } from '../../session/views/disk-identity.ts';

/** How a picture is coloured. */
export type Theme = 'light' | 'dark';

/** A token of app.css that a picture uses, by its name there. */
export type Token =
  | 'ground'
  | 'surface'
  | 'sunken'
  | 'line'
  | 'ink'
  | 'muted'
  | 'accent'
  | 'danger'
  | 'warn'
  | 'warn-soft'
  | `disk-${DiskKind}`;

/** The value of each token in each theme. */
export const palette: Readonly<Record<Theme, Readonly<Record<Token, string>>>> = {
  light: {
    ground: '#f5f4f0',
    surface: '#ffffff',
    sunken: '#efede7',
    line: '#dedbd2',
    ink: '#1d1d22',
    muted: '#5b5c66',
    accent: '#3538cd',
    danger: '#a8201a',
    warn: '#7a4a00',
    'warn-soft': '#fdf0d3',
    'disk-root': '#1f5fa8',
    'disk-swap': '#96540a',
    'disk-ephemeral': '#0f6e68',
    'disk-config': '#5f5f6e',
    'disk-volume': '#8a2a8a'
  },
  dark: {
    ground: '#14151a',
    surface: '#1c1e25',
    sunken: '#111217',
    line: '#333641',
    ink: '#ecedf2',
    muted: '#a9acba',
    accent: '#a5b0ff',
    danger: '#ff9d92',
    warn: '#f2c063',
    'warn-soft': '#3d3016',
    'disk-root': '#8ebcf5',
    'disk-swap': '#f0b26a',
    'disk-ephemeral': '#79d3cb',
    'disk-config': '#bfc1cf',
    'disk-volume': '#e5a3e6'
  }
};
