/** The timeline at the desk, with one patrol and with many: all of it is in sight, and it stays under the pointer. */
import type { Locator, Page } from 'playwright-core';
import { v7 as uuid } from 'uuid';
import { describe, expect, test } from 'vitest';
import { DESK, openStage, picture, type Stage } from './support/browser.ts';
import { FRIDAY_EVENING, layOutNight, wantDoses } from './support/night.ts';

/** A page with the plan of a full night for so many patrols. */
async function openPlan(stage: Stage, patrols: number): Promise<Page> {
  const { lead, shiftId } = await layOutNight(stage.server, patrols);
  await wantDoses(lead, 2 + patrols);
  const body = { planId: uuid(), seed: 5, timeMs: 400 };
  const reply = await lead.call('proposePlan', { params: { id: shiftId }, body });
  expect(reply.status, reply.text).toBe(200);
  const page = await stage.open('planner');
  await page.clock.setSystemTime(FRIDAY_EVENING);
  await page.goto(`${stage.server.url}/planera`);
  await page.locator('.visit-block').first().waitFor();
  return page;
}

/** What holds less than stands in it. */
const cutOff = (page: Page): Promise<string[]> =>
  page
    .locator('.timeline-scroll, .lane-name, .visit-block > span, .lane-break, .plan-bar > *')
    .evaluateAll((all) =>
      all
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth && clientWidth > 0)
        .map((one) => `${one.className}: ${one.textContent}`),
    );

async function boxOf(thing: Locator) {
  const box = await thing.boundingBox();
  if (!box) throw new Error('it is not there');
  return box;
}

describe.each([1, 3, 6])('with %i patrols', (patrols) => {
  test('every lane is in sight, nothing is cut off, and a refused visit stays under the pointer', async () => {
    const stage = await openStage();
    try {
      const page = await openPlan(stage, patrols);
      await picture(page, `timeline-${patrols}`);
      const lanes = page.locator('.lane');
      expect(await lanes.count()).toBe(patrols);
      const last = await boxOf(lanes.last());
      expect(last.y + last.height).toBeLessThanOrEqual(DESK.height);
      expect(await cutOff(page)).toEqual([]);

      const [dragged, onto] = [0, 1].map((at) => lanes.first().locator('.visit-block').nth(at));
      if (!dragged || !onto) throw new Error('no visits to drag');
      const [from, to, lane] = [
        await boxOf(dragged),
        await boxOf(onto),
        await boxOf(lanes.first()),
      ];
      await page.mouse.move(from.x + 4, from.y + 10);
      await page.mouse.down();
      await page.mouse.move(to.x + 4, to.y + 10, { steps: 6 });
      await page.locator('.refusal').waitFor();
      await picture(page, `timeline-${patrols}-refused`);
      expect(await boxOf(lanes.first())).toEqual(lane);
      expect((await boxOf(page.locator('.visit-block.dragging'))).y).toBe(from.y);
      await page.mouse.up();
    } finally {
      await stage.close();
    }
  });
});
