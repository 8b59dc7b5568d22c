/** Lets the app start without a network from now on; not while developing, where files have no lasting names. */
export function startOffline(): void {
  if (import.meta.env.PROD && 'serviceWorker' in navigator) {
    addEventListener('load', () => { navigator.serviceWorker.register('/service-worker.js').catch(() => undefined) })
  }
}
