import { site } from '../load-site-data.ts';
import workerAddress from '../client/offline/service-worker.ts?worker&url';
import { serviceWorker } from '../service-worker-script.ts';

export const GET = () =>
  new Response(serviceWorker(site, workerAddress), {
    headers: { 'content-type': 'text/javascript; charset=utf-8' },
  });
