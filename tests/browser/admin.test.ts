import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, type Stage, seriousFindings } from './support/browser.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

test('an admin makes an account that can sign in, and is told of the trial accounts until they are gone', async () => {
  const page = await stage.open('admin');
  await page.getByText(/7 provkonton finns kvar/).waitFor();
  await page.getByLabel('Användarnamn').fill('anna.admin');
  await page.getByLabel('Namn som visas').fill('Anna');
  await page.locator('form select[name=role]').selectOption('admin');
  await page.getByLabel(/^Lösenord/).fill('en lång mening om Flen');
  await page.getByRole('button', { name: 'Nytt konto' }).click();
  await page.getByRole('rowheader', { name: 'anna.admin' }).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Ta bort provkontona' }).click();
  await page.getByRole('button', { name: 'Logga in' }).waitFor();
  await page.getByLabel('Användarnamn').fill('anna.admin');
  await page.getByLabel('Lösenord').fill('fel');
  await page.getByRole('button', { name: 'Logga in' }).click();
  await page.getByRole('alert').filter({ hasText: 'stämmer inte' }).waitFor();
  await page.getByLabel('Lösenord').fill('en lång mening om Flen');
  await page.getByRole('button', { name: 'Logga in' }).click();
  await page.getByRole('heading', { name: 'Konton' }).waitFor();
  expect(await page.getByText(/provkonton finns kvar/).count()).toBe(0);
});

test('an auditor reads the log and nothing else', async () => {
  const other = await openStage();
  const page = await other.open('auditor');
  await page.getByRole('heading', { name: 'Logg' }).waitFor();
  await page.getByText('loggade in med länk').first().waitFor();
  expect(await page.getByRole('navigation').getByRole('link').allTextContents()).toEqual(['Logg']);
  await page.goto(`${other.server.url}/planera`);
  await page.getByRole('heading', { name: 'Ingen tillgång' }).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await other.close();
});
