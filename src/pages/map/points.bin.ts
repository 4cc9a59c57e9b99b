import type { APIRoute } from 'astro';
import { mapPoints } from '../../map-files.ts';
import { mapOfSite, papersOfMap } from '../../map-of-site.ts';

export const GET: APIRoute = () => new Response(mapPoints(mapOfSite, papersOfMap));
