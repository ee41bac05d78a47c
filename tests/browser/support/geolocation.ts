/** Moves the phone, and waits until its page has been told: a busy machine takes longer than any fixed while. */
import type { Page } from 'playwright-core';

export interface Whereabouts {
  readonly longitude: number;
  readonly latitude: number;
  readonly accuracy: number;
}

/** 20 cm to the north, in degrees. */
const HAIR = 0.000_002;

/** Notes each fix that the page takes, from its next load on. */
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

/** One fix there. For a page that watches, and a phone that has moved: browsers are silent about one that lies still. */
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

/** Moves a phone whose page should not be watching: on when a watch of the test's own has heard of it. */
export async function moveUnwatched(page: Page, where: Whereabouts): Promise<void> {
  await page.context().setGeolocation(where);
  await page.evaluate(
    (wanted) =>
      new Promise<void>((resolve) => {
        const { geolocation } = navigator;
        const watch = geolocation.watchPosition(({ coords }) => {
          if (coords.latitude !== wanted) return;
          geolocation.clearWatch(watch);
          resolve();
        });
      }),
    where.latitude,
  );
}
