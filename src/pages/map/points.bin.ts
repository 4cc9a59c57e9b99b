import type { APIRoute } from 'astro';
import { mapPoints } from '../../map/map-files.ts';
import { mapOfSite, papersOfMap } from '../../map/map-of-site.ts';

export const GET: APIRoute = () => new Response(mapPoints(mapOfSite, papersOfMap));
