import { findArea } from '../load-site-data.ts';
import { pagePath } from '../page-paths.ts';
import type { TopicPage } from '../site-data.ts';

/** The page between home and a topic: its area, or the list of topics where there are no areas. */
export function topicTrail({ area }: TopicPage): { label: string; path: string }[] {
  if (area === null) return [{ label: 'Topics', path: pagePath.topics() }];
  return [{ label: findArea(area).label, path: pagePath.area(area) }];
}
