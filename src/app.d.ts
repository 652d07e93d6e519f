declare global {
  namespace App {}

  interface WindowEventMap {
    /** A new version of the site waits; `reload` loads the page anew with it. */
    newversion: CustomEvent<{ readonly reload: () => void }>;
  }
}

export {};
