// Keeps the offline page and what it is drawn with, and nothing else: pages hold personal data and are never stored.
const shelf = `assets-${VERSION}`
const offline = '/assets/offline.html'
const kept = [offline, '/assets/app.css', '/assets/theme.js', '/assets/mark.svg', '/assets/icons.svg']

self.addEventListener('install', event => {
  event.waitUntil(caches.open(shelf).then(cache => cache.addAll(kept)).then(() => self.skipWaiting()))
})

self.addEventListener('activate', event => {
  event.waitUntil(caches.keys().then(names => Promise.all(names.filter(name => name !== shelf).map(name => caches.delete(name)))).then(() => self.clients.claim()))
})

self.addEventListener('fetch', event => {
  const { request } = event
  if (request.method !== 'GET') return
  if (request.mode === 'navigate') event.respondWith(fetch(request).catch(() => caches.match(offline)))
  else if (kept.includes(new URL(request.url).pathname)) event.respondWith(fetch(request).catch(() => caches.match(request, { ignoreSearch: true })))
})
