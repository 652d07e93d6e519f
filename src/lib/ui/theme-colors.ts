/** What a browser paints its own bars with: the colour of the page's header, `--surface` of app.css. */
export const themeColors = { light: '#ffffff', dark: '#1c1e25' } as const;
