import address from '@fontsource-variable/schibsted-grotesk/files/schibsted-grotesk-latin-wght-normal.woff2?url';

/** Where the page's font is: for a picture, which must carry it along. */
export const fontFile: string = address;
