// On every page: the service worker, once the page itself is there.
addEventListener('load', () => {
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  // Without one the site does all but offline.
  workers?.register(`${import.meta.env.BASE_URL}sw.js`).catch(() => undefined);
});
