// Screenshots of the gallery for looking at: node Assets/tests/shoot.mjs <folder> [page …]
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { launch } from './chromium.mjs'
import { serve } from './serve.mjs'

const [folder = 'shots', ...asked] = process.argv.slice(2)
mkdirSync(folder, { recursive: true })
const site = await serve()
const browser = await launch()
for (const name of asked.length > 0 ? asked : ['gallery', 'gallery-console'])
  for (const width of [390, 820, 1920])
    for (const colorScheme of ['light', 'dark']) {
      const page = await browser.newPage({ viewport: { width, height: width === 390 ? 844 : 1080 }, colorScheme })
      page.on('console', message => { if (message.type() === 'error') console.error(name, width, message.text()) })
      page.on('pageerror', error => console.error(name, width, error.message))
      await page.goto(`${site.address}/${name}.html`)
      await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: name === 'gallery' })
      await page.close()
    }
await browser.close()
await site.close()
