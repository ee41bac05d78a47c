/** Where the phone is: fixes that have reached the page, however busy the machine is. */
import type { Page } from 'playwright-core';

export interface Whereabouts {
  readonly longitude: number;
  readonly latitude: number;
  readonly accuracy: number;
}

/** A hair to the north, 20 cm: browsers are silent about a phone that lies still. */
const HAIR = 0.000_002;

/** Listens to what the page's own questions for its position are answered; before its first page is loaded. */
export async function followFixes(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const { geolocation } = navigator;
    const noting =
      (take: PositionCallback): PositionCallback =>
      (fix) => {
        take(fix);
        Object.assign(globalThis, { latestFix: fix.coords.latitude });
      };
    const watch = geolocation.watchPosition.bind(geolocation);
    const ask = geolocation.getCurrentPosition.bind(geolocation);
    geolocation.watchPosition = (take, ...rest) => watch(noting(take), ...rest);
    geolocation.getCurrentPosition = (take, ...rest) => ask(noting(take), ...rest);
  });
}

/** One fix there, taken by the page before this goes on. Only for a page that is watching, and has not just been there. */
export async function fixAt(page: Page, where: Whereabouts): Promise<void> {
  await page.context().setGeolocation(where);
  await page.waitForFunction(
    (wanted) => (globalThis as { latestFix?: number }).latestFix === wanted,
    where.latitude,
  );
}

/** Two fixes, as many as it takes to be believed. */
export async function standAt(page: Page, where: Whereabouts): Promise<void> {
  await fixAt(page, where);
  await fixAt(page, { ...where, latitude: where.latitude + HAIR });
}

/** The phone is there, and whoever asked the browser would hear so; for a page that should not be asking. */
export async function liesAt(page: Page, where: Whereabouts): Promise<void> {
  await page.context().setGeolocation(where);
  await page.evaluate(
    (wanted) =>
      new Promise<void>((resolve) => {
        navigator.geolocation.watchPosition(({ coords }) => {
          if (coords.latitude === wanted) resolve();
        });
      }),
    where.latitude,
  );
}
