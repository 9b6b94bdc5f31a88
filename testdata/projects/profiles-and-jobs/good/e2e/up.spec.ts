import { expect, test } from '@playwright/test';

test('is up', async ({ request }) => {
  expect((await request.get('/up')).ok()).toBeTruthy();
});
