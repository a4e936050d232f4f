import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { screen, until } from './screen.mjs'

let on
beforeEach(async () => { await on?.close(); on = await screen() })
after(() => on.close())

const alarm = { id: 'a2', text: 'Channel Northshire on X is down', href: '/channels/2', acknowledge: '/alarms/a2', since: '2026-11-21T02:00:00Z' }

test('an alarm shows on every tab, in the title and the icon', async () => {
  const tabs = [await on.open(), await on.open()]
  await on.connected()
  on.say('alarm', alarm)
  for (const tab of tabs) {
    await tab.getByRole('link', { name: alarm.text }).waitFor()
    await tab.waitForFunction(() => document.title.startsWith('▲ 2 alarms · '))
    assert.match(await tab.locator('link[data-icon]').getAttribute('href'), /mark-alarm/)
  }
  on.say('alarm', alarm)
  on.say('count', { name: 'inbox.mine', value: 5 })
  await tabs[1].locator('[data-count-of="inbox.mine"]').getByText('5').waitFor()
  assert.equal(await tabs[1].locator('.alarm').count(), 2)
  assert.deepEqual(on.desk.problems, [])
})

test('acknowledging posts with the token, takes the bar away, and a colleague is told who did', async () => {
  const tab = await on.open()
  await on.connected()
  on.say('alarm', alarm)
  const bar = tab.locator('[data-alarm="a2"]')
  await bar.getByRole('button', { name: 'Acknowledge' }).click()
  await bar.waitFor({ state: 'detached' })
  assert.deepEqual(on.desk.posts.map(({ path, token }) => ({ path, token })), [{ path: '/alarms/a2', token: 'gallery' }])
  on.say('alarm', { id: 'a1', over: true, acknowledgedBy: 'Sgt Cole' })
  await tab.getByText('Sgt Cole acknowledged the alarm').waitFor()
  assert.equal(await tab.locator('.alarm').count(), 0)
  assert.equal(await tab.title(), 'Inbox – Northshire Police')
})

test('alarms raised and acknowledged while the connection was down are put right when it is back', async () => {
  const tab = await on.open()
  await until(() => on.desk.frames === 1)
  on.desk.html = on.desk.html.replaceAll('data-alarm="a1"', 'data-alarm="a3"').replace('Possible sighting of a missing person, unseen', 'A threat to a school, unseen')
  on.drop()
  await tab.getByRole('link', { name: 'A threat to a school, unseen' }).waitFor()
  assert.equal(await tab.locator('.alarm').count(), 1)
  assert.match(await tab.title(), /^▲ 1 alarm · /)
  assert.equal(on.desk.opened, 2)
})

test('an alarm that was not acknowledged stays and says so', async () => {
  on.desk.answers['/alarms/a1'] = 500
  const tab = await on.open()
  await tab.getByRole('button', { name: 'Acknowledge' }).click()
  await tab.getByText('The alarm was not acknowledged').waitFor()
  assert.equal(await tab.locator('.alarm').count(), 1)
})

test('two tabs allowed to sound ring once between them', async () => {
  await on.context.addInitScript(() => {
    const start = OscillatorNode.prototype.start
    OscillatorNode.prototype.start = function (...at) { localStorage.setItem('tones', Number(localStorage.getItem('tones') ?? 0) + 1); return start.apply(this, at) }
    const request = LockManager.prototype.request
    window.turns = 0
    LockManager.prototype.request = function (name, ...rest) { if (name === 'ring') window.turns++; return request.call(this, name, ...rest) }
  })
  on.desk.html = on.desk.html.replace(/<div class="alarm" data-alarm="a1">[\s\S]*?<\/form>\s*<\/div>/, '')
  const tabs = [await on.open(), await on.open()]
  await tabs[0].getByRole('button', { name: 'Allow sound' }).click()
  await tabs[1].bringToFront()
  await tabs[1].getByRole('heading', { name: '14 open' }).click()
  for (const tab of tabs) await tab.locator('[data-sound]').waitFor({ state: 'hidden' })
  const tones = () => tabs[0].evaluate(() => Number(localStorage.getItem('tones')))
  const tried = 2
  await until(async () => await tones() === tried)
  on.say('alarm', alarm)
  await until(async () => await tones() === tried + 6)
  for (const tab of tabs) await until(async () => await tab.evaluate(() => window.turns) >= 3)
  assert.equal(await tones(), tried + 6)
})

test('a hostile alarm becomes text and cannot lead away', async () => {
  const tab = await on.open()
  await on.connected()
  on.say('alarm', { ...alarm, text: '<img src=x onerror=alert(1)>', href: 'https://evil.example/', acknowledge: 'javascript:alert(1)' })
  const link = tab.getByRole('link', { name: '<img src=x onerror=alert(1)>' })
  await link.waitFor()
  assert.equal(await link.getAttribute('href'), '#')
  assert.equal(await tab.locator('[data-alarm="a2"] form').getAttribute('action'), '#')
})
