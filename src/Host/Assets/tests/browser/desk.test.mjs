import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { screen, until } from './screen.mjs'

let on
beforeEach(async () => { await on?.close(); on = await screen() })
after(() => on.close())

test('a draft survives leaving the page and is gone once it was sent', async () => {
  const tab = await on.open()
  await tab.fill('#reply-text', 'We have sent you a message')
  await tab.check('[name="way"][value="private"]')
  await tab.getByText('Kept on this device').waitFor()
  await tab.reload()
  assert.equal(await tab.inputValue('#reply-text'), 'We have sent you a message')
  assert.equal(await tab.isChecked('[name="way"][value="private"]'), true)
  await tab.getByRole('button', { name: 'Send privately to S. Whitfield' }).click()
  await tab.waitForURL('**/reply')
  await tab.goto(new URL('/inbox', tab.url()).href)
  assert.equal(await tab.inputValue('#reply-text'), '')
})

test('a draft is kept when the answer was an error, and never shown to another person', async () => {
  const calm = on.desk.html
  const tab = await on.open()
  await tab.fill('#reply-text', 'We have sent you a message')
  on.desk.html = calm.replace('<div class="console"', '<p data-failed>Not sent</p><div class="console"')
  await tab.getByRole('button', { name: 'Reply publicly' }).click()
  await tab.waitForURL('**/reply')
  on.desk.html = calm
  await tab.goto(new URL('/inbox', tab.url()).href)
  assert.equal(await tab.inputValue('#reply-text'), 'We have sent you a message')
  on.desk.html = calm.replace('data-person="7"', 'data-person="8"')
  await tab.reload()
  assert.equal(await tab.inputValue('#reply-text'), '')
})

test('keys move, open and act, but not while somebody types', async () => {
  const tab = await on.open()
  await tab.keyboard.press('j')
  assert.equal(await tab.evaluate(() => document.activeElement.textContent), 'Jordan Blake')
  await tab.keyboard.press('k')
  assert.match(await tab.evaluate(() => document.activeElement.textContent), /Whitfield/)
  await tab.keyboard.press('r')
  assert.equal(await tab.evaluate(() => document.activeElement.id), 'reply-text')
  await tab.keyboard.type('jk?')
  assert.equal(await tab.inputValue('#reply-text'), 'jk?')
  await tab.keyboard.press('Tab')
  await tab.keyboard.press('?')
  await tab.getByRole('heading', { name: 'Keyboard shortcuts' }).waitFor()
  assert.equal(await tab.locator('#keys').getByText('Record incident').count(), 1)
  await tab.getByLabel('Use single-key shortcuts').uncheck()
  await tab.keyboard.press('Escape')
  await tab.keyboard.press('/')
  assert.notEqual(await tab.evaluate(() => document.activeElement.id), 'search')
})

test('a pane is resized by keys and stays so', async () => {
  const tab = await on.open()
  const divider = tab.getByRole('separator', { name: 'Width of the list' })
  await divider.focus()
  for (let press = 0; press < 4; press++) await tab.keyboard.press('ArrowRight')
  assert.equal(await divider.getAttribute('aria-valuenow'), '444')
  await tab.reload()
  assert.equal(await tab.locator('.pane--list').evaluate(pane => pane.offsetWidth), 444)
})

test('the countdown counts what people see', async () => {
  const tab = await on.open()
  await tab.fill('#reply-text', '👨‍👩‍👧')
  await tab.getByText('299 left').waitFor()
  await tab.fill('#reply-text', 'a'.repeat(312))
  await tab.getByText('12 too many').waitFor()
  assert.equal(await tab.getAttribute('#reply-text', 'aria-invalid'), 'true')
})

test('a thinned timeline says what it leaves out', async () => {
  const tab = await on.open()
  await tab.getByLabel('Views').uncheck()
  await tab.getByText('1 entry not shown').waitFor()
  assert.equal(await tab.getByText('viewed this').isVisible(), false)
})

test('the theme is worn at once, everywhere and after coming back', async () => {
  const tab = await on.open()
  const ground = () => tab.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const light = await ground()
  await tab.locator('.bar summary').click()
  await tab.getByRole('button', { name: 'Dark' }).click()
  const dark = await ground()
  assert.notEqual(dark, light)
  await tab.reload()
  assert.equal(await ground(), dark)
})

test('without script the page reads and the forms post', async () => {
  const context = await on.context.browser().newContext({ javaScriptEnabled: false })
  const tab = await on.open({ context })
  await tab.getByText('I think I served her').first().waitFor()
  await tab.fill('#reply-text', 'Thank you')
  await tab.getByRole('button', { name: 'Reply publicly' }).click()
  await until(() => on.desk.posts.some(post => post.path === '/inbox/1/reply' && post.body.includes('text=Thank+you')))
})

test('a cut-off screen says so, and takes it back', async () => {
  const tab = await on.open()
  await until(() => on.desk.frames === 1)
  await tab.evaluate(() => document.dispatchEvent(new CustomEvent('live:down')))
  await tab.getByText('new messages and alarms do not reach this screen').waitFor()
  await tab.evaluate(() => document.dispatchEvent(new CustomEvent('live:up')))
  await tab.locator('.lost').waitFor({ state: 'hidden' })
})
