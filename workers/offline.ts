// The service worker: after the first visit the whole site is on the machine, and opens without a network. The build
// writes the site's files, each with a hash in its name or a revision, in place of the list below (vite.config.ts).
// Only what is used here: the library types of a service worker and of a page exclude each other.
interface Life {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetch {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
interface Clients {
  claim(): Promise<void>;
  matchAll(which: { type: 'window'; includeUncontrolled: true }): Promise<readonly unknown[]>;
}
declare const self: {
  readonly registration: { readonly scope: string };
  readonly clients: Clients;
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate' | 'message', listener: (event: Life) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetch) => void): void;
};
declare const SITE: { readonly revision: string; readonly files: readonly string[] };

const cacheName = `uppstroms-${SITE.revision}`;

// A file without a hash in its name is asked for anew: the copy that the browser holds may be of an earlier version.
self.addEventListener('install', (event) => {
  const files = SITE.files.map((file) =>
    file.startsWith('./assets/') ? file : new Request(file, { cache: 'no-cache' }),
  );
  event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll(files)));
});

// A page that begins asks: this version need not wait for the page that asks, which is then loaded anew, but for any other.
self.addEventListener('message', (event) => {
  event.waitUntil(waitForOthersOnly());
});

async function waitForOthersOnly(): Promise<void> {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (pages.length === 1) await self.skipWaiting();
}

// The caches of earlier versions go when the last page of theirs is closed, or asks, which is when this one takes over.
// Where there is none, the open page is of this version: from now on it needs no network either.
self.addEventListener('activate', (event) => {
  event.waitUntil(takeOver());
});

async function takeOver(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith('uppstroms-') && name !== cacheName);
  await Promise.all(old.map((name) => caches.delete(name)));
  if (old.length === 0) await self.clients.claim();
}

// Page and files come from one and the same version: a page never meets the files of another.
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(self.registration.scope)) return;
  const wanted = request.mode === 'navigate' ? './' : request;
  // A server may say that answers vary with the asker's origin, which a page's scripts name and the list above did not.
  const found = caches
    .open(cacheName)
    .then((cache) => cache.match(wanted, { ignoreSearch: true, ignoreVary: true }));
  event.respondWith(found.then((response) => response ?? fetch(request)));
});
