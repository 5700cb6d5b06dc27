import latin from '@fontsource-variable/hanken-grotesk/files/hanken-grotesk-latin-wght-normal.woff2?url';

/** The address of the one font file worth preloading; the rest loads when a character asks for it. */
export const fontPreloadHref: string = latin;

/** Spread into a route's `links()`. */
export const fontLinks = [
  { rel: 'preload', as: 'font', type: 'font/woff2', href: latin, crossOrigin: 'anonymous' },
] as const;
