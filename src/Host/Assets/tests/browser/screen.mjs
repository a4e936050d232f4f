import { launch } from '../chromium.mjs'
import { serve } from '../serve.mjs'
import { readFileSync } from 'node:fs'

const page = readFileSync(new URL('../../gallery-console.html', import.meta.url), 'utf8')

/** A screen on a small service that can say things over the live connection and whose inbox page can be rewritten. */
export async function screen({ html = page } = {}) {
  const desk = { html, posts: [], answers: {}, streams: new Set(), opened: 0, frames: 0, problems: [] }
  const read = request => new Promise(resolve => { let body = ''; request.on('data', part => { body += part }); request.on('end', () => resolve(body)) })
  const site = await serve({
    'GET /inbox': (request, response) => response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(desk.html),
    'GET /frame': (request, response) => {
      desk.frames++
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(desk.html)
    },
    'GET /live': (request, response) => {
      desk.opened++
      response.writeHead(200, { 'Content-Type': 'text/event-stream' }).write(': open\n\n')
      desk.streams.add(response)
      response.on('close', () => desk.streams.delete(response))
    },
    ...Object.fromEntries(['/alarms/a1', '/alarms/a2', '/inbox/1/reply', '/inbox/1/presence'].map(path => [`POST ${path}`, async (request, response) => {
      desk.posts.push({ path, token: request.headers.requestverificationtoken, body: await read(request) })
      response.writeHead(desk.answers[path] ?? 200, { 'Content-Type': 'text/html; charset=utf-8' }).end(desk.html)
    }]))
  })
  const browser = await launch()
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, serviceWorkers: 'block' })
  return {
    desk, context,
    say: (event, data) => { for (const stream of desk.streams) stream.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`) },
    drop: () => { for (const stream of desk.streams) stream.end() },
    async open({ path = '/inbox', ...options } = {}) {
      const tab = await (options.context ?? context).newPage()
      tab.on('pageerror', error => desk.problems.push(error.message))
      tab.on('console', message => { if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) desk.problems.push(message.text()) })
      await tab.goto(site.address + path)
      return tab
    },
    async connected(streams = 1) { await until(() => desk.streams.size === streams) },
    async close() { await browser.close(); await site.close() }
  }
}

/** Asks again until it is so; fails by name of what was asked after ten seconds. */
export async function until(isSo) {
  const deadline = performance.now() + 10_000
  while (!await isSo()) {
    if (performance.now() > deadline) throw new Error(`Never became so: ${isSo}`)
    await new Promise(resolve => setImmediate(resolve))
  }
}
