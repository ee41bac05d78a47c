/** Which addresses are pages of the app, and which are files that never change. */

/** What the server answers by itself: the API and its description, health, what is published for everybody. */
const OF_THE_SERVER = /^\/(api|docs|health|publicerat)(\/|$)/;
const HAS_EXTENSION = /\.\w+$/;

export const isAppPage = (pathname: string): boolean =>
  !OF_THE_SERVER.test(pathname) && !HAS_EXTENSION.test(pathname);

export const isHashedFile = (pathname: string): boolean => pathname.startsWith('/assets/');
