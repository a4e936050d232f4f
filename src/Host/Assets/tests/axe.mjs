// WCAG 2.2 A and AA over the gallery, 390 and 1920 px, light and dark, every dialog, menu and help sheet open once too.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { launch } from './chromium.mjs'
import { serve } from './serve.mjs'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const site = await serve()
const browser = await launch()
let checked = 0
let found = 0

async function check(page, where) {
  const { violations, passes } = await page.evaluate(tags => window.axe.run(document, { runOnly: { type: 'tag', values: tags } }), tags)
  if (passes.length < 10) throw new Error(`${where}: axe checked next to nothing`)
  checked++
  for (const { id, help, nodes } of violations) {
    found += nodes.length
    for (const node of nodes) console.error(`${where}: ${id}: ${help}\n  ${node.target.join(' ')}\n  ${node.failureSummary.split('\n')[1] ?? ''}`)
  }
}

for (const name of ['gallery', 'gallery-console'])
  for (const width of [390, 1920])
    for (const colorScheme of ['light', 'dark']) {
      const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme, reducedMotion: 'reduce', bypassCSP: true })
      await page.addInitScript(axe)
      await page.goto(`${site.address}/${name}.html`)
      const where = `${name} ${width} ${colorScheme}`
      await check(page, where)
      if (name === 'gallery-console') {
        await page.check('[name="way"][value="private"]')
        await page.evaluate(() => { document.querySelector('.console').dataset.show = 'list' })
        await check(page, `${where}, list and private reply`)
      }
      await page.evaluate(() => { for (const details of document.querySelectorAll('details:not([data-menu])')) details.open = true })
      await check(page, `${where}, details open`)
      for (let at = 0; at < await page.locator('details[data-menu]').count(); at++) {
        await page.evaluate(at => document.querySelectorAll('details[data-menu]').forEach((menu, index) => { menu.open = index === at }), at)
        await check(page, `${where}, menu ${at + 1}`)
      }
      await page.evaluate(() => { for (const menu of document.querySelectorAll('details[data-menu]')) menu.open = false })
      for (const id of ['resolve', 'disconnect']) {
        if (await page.locator(`dialog#${id}`).count() === 0) continue
        await page.evaluate(id => document.getElementById(id).showModal(), id)
        await check(page, `${where}, dialog ${id}`)
        await page.evaluate(id => document.getElementById(id).close(), id)
      }
      await page.evaluate(() => { document.activeElement?.blur(); document.dispatchEvent(new CustomEvent('toast', { detail: { text: 'Claimed', undo: { act() {} } } })) })
      await page.keyboard.press('?')
      await page.locator('#keys[open]').waitFor()
      await check(page, `${where}, shortcuts`)
      await page.close()
    }
await browser.close()
await site.close()
console.log(`${checked} views checked, ${found} violations`)
process.exitCode = found > 0 ? 1 : 0
