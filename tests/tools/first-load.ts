// What a visit must fetch before anything can be drawn: the page itself and the scripts and style sheets that it
// names. The build names every script that the first one imports, so nothing has to be followed further.
import { gzipSync } from 'node:zlib';

export interface Fetched {
  readonly file: string;
  readonly text: string;
  /** Bytes after gzip. */
  readonly size: number;
}

export async function firstLoad(siteUrl: string): Promise<readonly Fetched[]> {
  const page = await fetchFile(siteUrl, '');
  const named = page.text.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g);
  return [page, ...(await Promise.all([...named].map(([, file]) => fetchFile(siteUrl, file!))))];
}

async function fetchFile(siteUrl: string, file: string): Promise<Fetched> {
  const response = await fetch(new URL(file, siteUrl));
  if (!response.ok) throw new Error(`${response.url} answers ${response.status}`);
  const text = await response.text();
  return { file, text, size: gzipSync(text).length };
}
