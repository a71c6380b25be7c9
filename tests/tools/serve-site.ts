// Vitest's global set-up of the journeys in tests/e2e: they visit the site as it is built and served.
import type { TestProject } from 'vitest/node';
import { buildSite, serveSite } from './build-site.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built site is served; ends with a slash. */
    siteUrl: string;
  }
}

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const site = await buildSite();
  const server = await serveSite(site.folder);
  project.provide('siteUrl', server.url);
  return async () => {
    await server.close();
    await site.remove();
  };
}
