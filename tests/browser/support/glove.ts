/** What a gloved thumb at night needs of a phone screen, measured on the rendered boxes (domain notes N11). */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectNoSidewaysScroll, PHONE, picture, seriousFindings } from './browser.ts';

const LEAST_SIZE = 64;
const LEAST_GAP = 12;
const LEAST_CONTRAST = 7;

interface Box {
  readonly name: string;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
  /** Not cut off by the edge of what scrolls. */
  readonly whole: boolean;
}

/** @param primary the button that the screen is for: its middle lies in the bottom third */
export async function expectFitForGloves(page: Page, name: string, primary: string) {
  await picture(page, name);
  const boxes = await controls(page);
  expect(boxes.filter(isSmall).map(sizeOf), `${name}: smaller than 64 × 64`).toEqual([]);
  expect(closePairs(boxes.filter(({ whole }) => whole)), `${name}: nearer than 12`).toEqual([]);
  expect(await paleTexts(page, LEAST_CONTRAST), `${name}: paler than 7:1`).toEqual([]);
  const box = await page.locator(`.my-shift ${primary}`).last().boundingBox();
  const middle = (box?.y ?? 0) + (box?.height ?? 0) / 2;
  expect(middle, `${name}: where the thumb is`).toBeGreaterThan((PHONE.height * 2) / 3);
  expect(middle, `${name}: in sight`).toBeLessThan(PHONE.height);
  await expectNoSidewaysScroll(page);
  expect(await seriousFindings(page), `${name}: axe`).toEqual([]);
}

const isSmall = ({ top, right, bottom, left }: Box): boolean =>
  right - left < LEAST_SIZE - 0.5 || bottom - top < LEAST_SIZE - 0.5;

const sizeOf = ({ name, top, right, bottom, left }: Box): string =>
  `${name} ${Math.round(right - left)} × ${Math.round(bottom - top)}`;

function closePairs(boxes: readonly Box[]): string[] {
  return boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter((b) => gapBetween(a, b) < LEAST_GAP - 0.5)
      .map((b) => `${a.name} | ${b.name}: ${gapBetween(a, b).toFixed(1)}`),
  );
}

function gapBetween(a: Box, b: Box): number {
  const across = Math.max(a.left - b.right, b.left - a.right);
  const down = Math.max(a.top - b.bottom, b.top - a.bottom);
  return Math.max(across, down);
}

/** Buttons, links and fields of the screen; the map's own are told by the list too, and the chip only tells. A box to tick is hit by its label. */
const controls = (page: Page): Promise<Box[]> =>
  page.evaluate(() => {
    const found = document.querySelectorAll<HTMLElement>(
      '.my-shift :is(button, a[href], input, select, textarea, summary)',
    );
    return [...found]
      .filter(
        (element) =>
          !element.closest('.stop-map, .status-chip') && element.getClientRects().length > 0,
      )
      .map((element) => {
        const target = element.closest<HTMLElement>('label.check-row') ?? element;
        const { top, right, bottom, left } = target.getBoundingClientRect();
        const frame = target.closest('.scroller, .my-shift-body')?.getBoundingClientRect();
        const whole = !frame || (top >= frame.top - 1 && bottom <= frame.bottom + 1);
        const name = (target.getAttribute('aria-label') ?? target.textContent ?? '').trim();
        return { name: name.slice(0, 40), top, right, bottom, left, whole };
      });
  });

/** Texts whose contrast with what is behind them is less than wanted; what is disabled or hidden is left out. */
const paleTexts = (page: Page, least: number): Promise<string[]> =>
  page.evaluate((wanted) => {
    const channels = (colour: string): number[] =>
      (colour.match(/[\d.]+/g) ?? []).map(Number).concat(1).slice(0, 4);
    const over = (front: number[], back: number[]): number[] => {
      const alpha = front[3] ?? 1;
      return [0, 1, 2].map((i) => (front[i] ?? 0) * alpha + (back[i] ?? 0) * (1 - alpha));
    };
    const luminance = (rgb: number[]): number => {
      const [r = 0, g = 0, b = 0] = rgb.map((value) => {
        const share = value / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const behind = (element: Element | null): number[] => {
      if (!element) return [255, 255, 255];
      const own = channels(getComputedStyle(element).backgroundColor);
      const alpha = own.length > 3 ? (own[3] ?? 1) : 1;
      return alpha >= 1 ? own.slice(0, 3) : over(own, behind(element.parentElement));
    };
    const texts = [...document.querySelectorAll('.my-shift *')].filter(
      (element) =>
        !element.closest('.stop-map, .visually-hidden, svg, :disabled') &&
        element.getClientRects().length > 0 &&
        [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
    );
    return texts.flatMap((element) => {
      const back = behind(element);
      const front = over(channels(getComputedStyle(element).color), back);
      const [light, dark] = [luminance(front), luminance(back)].sort((a, b) => b - a);
      const ratio = ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
      return ratio < wanted
        ? [`${element.textContent?.trim().slice(0, 40)}: ${ratio.toFixed(1)}`]
        : [];
    });
  }, least);
