import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, beforeEach, test } from 'node:test'
import { screen, until } from './screen.mjs'

const gallery = readFileSync(new URL('../../gallery.html', import.meta.url), 'utf8')
let on
beforeEach(async () => { await on?.close(); on = await screen() })
after(() => on.close())

const inline = html => html.replace('<form class="reply"', '<form class="reply" data-inline="timeline"')

test('an inline form takes its parts from the answer, says what happened and lets the draft go', async () => {
  on.desk.html = inline(on.desk.html)
  const tab = await on.open()
  await tab.fill('#reply-text', 'Thank you')
  on.desk.html = on.desk.html.replace('<li class="event event--day">', '<li class="event event--act" data-id="sent" data-kind="act"><span>Reply recorded</span></li><li class="event event--day">').replace('<div class="console"', '<p data-flash>The reply is on its way</p><div class="console"')
  await tab.getByRole('button', { name: 'Reply publicly' }).click()
  await tab.getByText('Reply recorded').waitFor()
  await tab.locator('.toast').getByText('The reply is on its way').waitFor()
  assert.equal(await tab.inputValue('#reply-text'), '')
  assert.equal(new URL(tab.url()).pathname, '/inbox')
  assert.match(on.desk.posts.find(post => post.path === '/inbox/1/reply').body, /Thank you/)
  assert.equal(await tab.evaluate(() => Object.keys(localStorage).filter(name => name.startsWith('draft:')).length), 0)
})

test('an inline form that was refused keeps what was typed and says so', async () => {
  on.desk.html = inline(on.desk.html)
  on.desk.answers['/inbox/1/reply'] = 409
  const tab = await on.open()
  await tab.fill('#reply-text', 'Thank you')
  await tab.getByRole('button', { name: 'Reply publicly' }).click()
  await tab.locator('.toast--risk').waitFor()
  assert.equal(await tab.inputValue('#reply-text'), 'Thank you')
})

test('a dangerous act asks first, and Go back does nothing', async () => {
  on.desk.html = on.desk.html.replace('<form class="reply"', '<form class="reply" data-confirm="Everyone on Facebook will see it." data-confirm-act="Reply publicly now"')
  const tab = await on.open()
  await tab.fill('#reply-text', 'Thank you')
  await tab.getByRole('button', { name: 'Reply publicly as' }).click()
  await tab.getByText('Everyone on Facebook will see it.').waitFor()
  await tab.getByRole('button', { name: 'Go back' }).click()
  await tab.locator('dialog[open]').waitFor({ state: 'detached' })
  assert.equal(on.desk.posts.filter(post => post.path.endsWith('/reply')).length, 0)
  await tab.getByRole('button', { name: 'Reply publicly as' }).click()
  await tab.getByRole('button', { name: 'Reply publicly now' }).click()
  await until(() => on.desk.posts.filter(post => post.path.endsWith('/reply')).length === 1)
})

test('picking all shows how many, and unpicking hides the bar', async () => {
  on.desk.html = gallery
  const tab = await on.open()
  await tab.getByRole('checkbox', { name: 'Northshire on X' }).check()
  await tab.getByText('1 picked').waitFor()
  assert.equal(await tab.getByLabel('All here').evaluate(box => box.indeterminate), true)
  await tab.getByLabel('All here').check()
  await tab.getByText('2 picked').waitFor()
  await tab.getByLabel('All here').uncheck()
  await tab.locator('[data-bulk]').waitFor({ state: 'hidden' })
  assert.deepEqual(on.desk.problems, [])
})

test('nothing runs over the edge from a phone at 400 % to a control room', async () => {
  for (const html of [gallery, on.desk.html])
    for (const width of [320, 390, 768, 1200, 1920]) {
      on.desk.html = html
      const tab = await on.open()
      await tab.setViewportSize({ width, height: 800 })
      const over = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      assert.ok(over <= 0, `${width} px: ${over} px over`)
      await tab.close()
    }
})

test('on paper the conversation is there and the controls are not', async () => {
  const tab = await on.open()
  await tab.emulateMedia({ media: 'print', colorScheme: 'dark' })
  assert.equal(await tab.getByText('Control room told').isVisible(), true)
  for (const gone of ['.rail', '.reply', '.alarms', '.pane--list', '.talk__acts']) assert.equal(await tab.locator(gone).first().isVisible(), false, gone)
  assert.equal(await tab.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--text').trim()), '#14181f')
})
