import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { screen, until } from './screen.mjs'

let on
beforeEach(async () => { await on?.close(); on = await screen() })
after(() => on.close())

const calm = () => assert.deepEqual(on.desk.problems, [])
const row = id => `<li class="row" data-id="${id}" data-risk><div class="row__line"><a class="row__link" href="/inbox/${id}">New ${id}</a></div></li>`

test('a count is shown wherever it is named', async () => {
  const tab = await on.open()
  await on.connected()
  on.say('count', { name: 'inbox.risk', value: 7 })
  await tab.locator('.rail [data-count-of="inbox.risk"]').getByText('7').waitFor()
  await tab.locator('.queues [data-count-of="inbox.risk"]').getByText('7').waitFor()
  calm()
})

test('two tabs share one connection, and when its tab closes the other takes over', async () => {
  const first = await on.open()
  await on.connected()
  const second = await on.open()
  await second.locator('.divider').first().waitFor({ state: 'attached' })
  on.say('count', { name: 'inbox.mine', value: 8 })
  await second.locator('[data-count-of="inbox.mine"]').getByText('8').waitFor()
  assert.equal(on.desk.opened, 1)
  await first.close()
  await until(() => on.desk.opened === 2 && on.desk.streams.size === 1)
  on.say('count', { name: 'inbox.mine', value: 9 })
  await second.locator('[data-count-of="inbox.mine"]').getByText('9').waitFor()
  calm()
})

test('a refreshed timeline keeps what is typed, where the focus is and what was opened', async () => {
  const tab = await on.open()
  await on.connected()
  await tab.fill('#reply-text', 'Thank you, we')
  await tab.locator('.event__versions summary').click()
  await tab.focus('#reply-text')
  on.desk.html = on.desk.html.replace('<li class="event event--in event--gone"', '<li class="event event--act" data-kind="act" data-id="new"><span>Sgt Cole assigned it</span></li><li class="event event--in event--gone"')
  on.say('changed', { topic: 'conversation:1' })
  await tab.getByText('Sgt Cole assigned it').waitFor()
  assert.equal(await tab.inputValue('#reply-text'), 'Thank you, we')
  assert.equal(await tab.evaluate(() => document.activeElement.id), 'reply-text')
  assert.equal(await tab.locator('.event__versions').evaluate(details => details.open), true)
  assert.equal(await tab.locator('#timeline > [data-id="m1"]').count(), 1)
  calm()
})

test('new rows wait under the bar until they are asked for', async () => {
  const tab = await on.open()
  await on.connected()
  on.desk.html = on.desk.html.replace('data-rows>', `data-rows>${row(10)}${row(11)}`).replace('Jordan Blake', 'Jordan B.')
  on.say('changed', { topic: 'inbox.queue' })
  await tab.getByRole('button', { name: '2 new, with risk' }).waitFor()
  assert.equal(await tab.getByText('New 10').count(), 0)
  await tab.getByText('Jordan B.').waitFor()
  await tab.getByRole('button', { name: '2 new, with risk' }).click()
  await tab.getByText('New 11').waitFor()
  assert.equal(await tab.evaluate(() => document.activeElement.textContent), 'New 10')
  calm()
})

test('what changed while the connection was down is fetched when it is back', async () => {
  const tab = await on.open()
  await on.connected()
  on.desk.html = on.desk.html.replace('Stafford town centre <span', 'Stone town centre <span')
  on.drop()
  await tab.getByText('Stone town centre').waitFor()
  assert.equal(on.desk.opened, 2)
  calm()
})

test('a tab that opens late is told what it missed', async () => {
  on.desk.html = on.desk.html.replace('<meta name="request-token"', '<meta name="now" content="2026-01-01T00:00:00Z"><meta name="request-token"')
  const first = await on.open()
  await on.connected()
  on.say('count', { name: 'inbox.mine', value: 21 })
  await first.locator('[data-count-of="inbox.mine"]').getByText('21').waitFor()
  const second = await on.open()
  await second.locator('[data-count-of="inbox.mine"]').getByText('21').waitFor()
  assert.equal(on.desk.opened, 1)
})

test('presence says who is here and hides when nobody is', async () => {
  const tab = await on.open()
  await on.connected()
  on.say('presence', { subject: 'conversation:1', words: 'Insp. Hart is writing a reply' })
  await tab.getByText('Insp. Hart is writing a reply').waitFor()
  on.say('presence', { subject: 'conversation:1', words: '' })
  await tab.locator('.presence').waitFor({ state: 'hidden' })
  await tab.fill('#reply-text', 'We are')
  await until(() => on.desk.posts.some(post => post.path === '/inbox/1/presence' && post.body === 'doing=writing' && post.token === 'gallery'))
  calm()
})
