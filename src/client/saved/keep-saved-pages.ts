import { savedIds } from './saved-store.ts';

/** Tells the service worker which papers are saved: it keeps their pages for reading offline. */
export function keepSavedPages(): void {
  // Absent where the address is not secure, and in `sheaf dev`.
  const worker = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  const papers = savedIds();
  void worker?.ready.then(({ active }) => active?.postMessage({ saved: papers }));
}
