// What the build puts into scripts.
interface ImportMetaEnv {
  /** The path under which the site lives: `/` or `/name/`. */
  readonly BASE_URL: string;
}

interface ImportMeta {
  readonly env: ImportMetaEnv;
}
