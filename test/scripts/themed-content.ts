import { parseLock } from '../../src/core/topics/parse-lock.ts';
import { formatLock } from '../../src/core/topics/format-lock.ts';
import { type Settings, parseSettings } from '../../src/core/settings.ts';
import { parseCuration } from '../../src/core/topics/parse-curation.ts';
import { type DigestRecord, unknownFields } from '../../src/core/digest/digest.ts';
import { composeSite, type SiteData } from '../../scripts/compose-site.ts';
import type { Content } from '../../scripts/read-content.ts';

/** What papers of a theme speak of. */
const THEMES = {
  diffusion:
    'diffusion denoising image pixel sampler schedule noise latent texture prompt guidance editing',
  bandits: 'bandit regret arm reward exploration policy horizon action agent bonus pull oracle',
  graphs: 'graph node edge message molecule neighbour pooling oversmoothing atom bond link degree',
  transport: 'transport wasserstein coupling plan barycenter measure cost sinkhorn entropic mass',
  speech: 'speech phoneme speaker audio acoustic waveform transcript accent vowel microphone pitch',
  privacy: 'privacy leakage budget attack secret membership anonymity release curator disclosure',
} as const;

/** A theme of which papers can be made. */
export type Theme = keyof typeof THEMES;

export const FIVE_THEMES: readonly Theme[] = [
  'diffusion',
  'bandits',
  'graphs',
  'transport',
  'speech',
];

const GENERAL = 'bound sample structure convergence constant estimate approximate large small fast';

/** Papers `from` to `to` of a theme, always the same: a theme's words and some that all themes share. */
export function papersOf(theme: Theme, from: number, to: number): DigestRecord[] {
  const own = THEMES[theme].split(' ');
  const general = GENERAL.split(' ');
  return Array.from({ length: to - from }, (_, index) => {
    const number = from + index;
    let state = number * 7919 + theme.length * 104_729 + theme.charCodeAt(0);
    const pick = (words: readonly string[]) => {
      state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
      return words[Math.floor((state / 2 ** 31) * words.length)]!;
    };
    const words = Array.from({ length: 30 }, (__, at) => pick(at % 4 === 3 ? general : own));
    return recordOf(`${own[0]!} ${own[1]!}, part ${number}`, `${words.join(' ')}.`);
  });
}

/** A record of which a digest tells title and abstract. */
export function recordOf(title: string, abstract: string | null): DigestRecord {
  return { ...unknownFields, title, abstract, line: 1, endLine: 2 };
}

/** What a trial of composing says beside its papers. */
export interface Trial {
  readonly topics?: Settings['topics'];
  /** The build before. */
  readonly after?: SiteData;
  /** Files of `content/topics/`. */
  readonly curation?: Readonly<Record<string, string>>;
  readonly refit?: boolean;
  readonly today?: string;
}

const LOCK_PATH = 'content/topics.lock.json';

/** A site of these papers, which goes on from another by way of the bytes of its lock. */
export function compose(records: readonly DigestRecord[], trial: Trial = {}): SiteData {
  const { topics = 'auto', after, curation = {}, refit = false, today = '2026-01-01' } = trial;
  const shape = 'hugging-face-compact';
  const digest = { path: 'a.txt', shape, title: 'A', date: null, curator: null, records };
  const content: Content = {
    settings: { ...parseSettings('title: A', 'content/site.yaml'), topics },
    digests: [digest],
    skipped: [],
    curations: Object.entries(curation).map(([file, text]) =>
      parseCuration(file, text, `content/topics/${file}`),
    ),
    lock: after === undefined ? null : parseLock(LOCK_PATH, formatLock(after.lock)),
    lockPath: LOCK_PATH,
    lockProblems: [],
  };
  return composeSite(content, { live: false, refit, today });
}

/** The topic of each paper, by id. */
export function topicsOf({ papers }: SiteData): Map<string, string> {
  return new Map(papers.map(({ id, topic }) => [id, topic]));
}
