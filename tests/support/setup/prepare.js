/**
 * Runs before `npm start`, `npm run dev`, `npm test` and the like: makes a fresh clone ready, and costs next to nothing after.
 *
 * Nothing is installed yet when this runs, so it and what it imports use Node alone. The version is checked before
 * anything else is read, so that an old Node answers with the sentence below and not with a syntax error.
 */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`This project needs Node 20.19 or newer, and this is Node ${process.versions.node}.`);
  process.exit(1);
}

try {
  const { installPackages } = await import('./packages.js');
  installPackages('.');
  if (process.argv.includes('--for-audit')) {
    const { installLighthouse } = await import('./lighthouse.js');
    installLighthouse();
  }
  if (process.argv.includes('--for-tests')) {
    const { installTestTools } = await import('./test-tools.js');
    await installTestTools();
  }
  if (process.argv.includes('--for-browsers')) {
    const { installBrowsers } = await import('./browsers.js');
    await installBrowsers();
  }
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
