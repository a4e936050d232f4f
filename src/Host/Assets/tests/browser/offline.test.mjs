import assert from 'node:assert/strict'
import { test } from 'node:test'
import { launch } from '../chromium.mjs'
import { serve } from '../serve.mjs'

test('a page that cannot be reached says what still works, and no page was stored', async () => {
  const site = await serve()
  const browser = await launch()
  const context = await browser.newContext()
  const tab = await context.newPage()
  await tab.goto(`${site.address}/gallery.html`)
  await tab.evaluate(() => navigator.serviceWorker.ready)
  await tab.waitForFunction(() => navigator.serviceWorker.controller)
  const stored = await tab.evaluate(async () => (await Promise.all((await caches.keys()).map(async name => (await (await caches.open(name)).keys()).map(request => new URL(request.url).pathname)))).flat())
  assert.deepEqual(stored.sort(), ['/assets/app.css', '/assets/icons.svg', '/assets/mark.svg', '/assets/offline.html', '/assets/theme.js'])
  await site.close()
  await tab.goto(`${site.address}/inbox`)
  await tab.getByRole('heading', { name: 'You are offline' }).waitFor()
  assert.notEqual(await tab.locator('.sheet').evaluate(sheet => getComputedStyle(sheet).backgroundColor), 'rgba(0, 0, 0, 0)')
  await browser.close()
})
