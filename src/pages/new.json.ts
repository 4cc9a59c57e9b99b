import { findTopic, papers } from '../load-site-data.ts';
import { newestJoined } from '../time/newest-joined.ts';

export const GET = () => Response.json(newestJoined(papers, (topic) => findTopic(topic).label));
