// What the build puts into scripts.
interface ImportMetaEnv {
  /** The path under which the site lives: `/` or `/name/`. */
  readonly BASE_URL: string;
}

interface ImportMeta {
  readonly env: ImportMetaEnv;
}

/** The address of a script that is bundled on its own. */
declare module '*?worker&url' {
  const address: string;
  export default address;
}
