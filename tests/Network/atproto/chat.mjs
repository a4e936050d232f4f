// A small stateful service for direct messages, because the network's own is not published. It speaks the official lexicons
// (chat.bsky.convo.*; requests and answers are checked against them), enters itself into the local directory as a #bsky_chat service, and
// is reached through the real personal data server (`atproto-proxy: <did>#bsky_chat`), which signs in people and refuses app
// passwords without the right to direct messages.
//   node chat.mjs <service> <directory>      READY {"did":"…"} on standard output; ends as start.mjs does
import './loopback.mjs'
import http from 'node:http'
import express from 'express'
import api from '@atproto/api'
import keys from '@atproto/crypto'
import xrpc from '@atproto/xrpc-server'
import plc from '@did-plc/lib'

const [service, directoryUrl] = process.argv.slice(2)
const directory = new plc.Client(directoryUrl)
const conversations = new Map() // id → { id, rev, members, messages, read: did → rev, accepted: dids, hidden: "did id" }
const events = [] // { for: dids, entry }, in order of rev
const handles = new Map()
const pageOfEvents = 50

let ticks = 0
const nextRev = () => Date.now().toString(32).padStart(9, '0').slice(-9) + (ticks++).toString(32).padStart(4, '0').slice(-4)

const member = async (did) => {
  if (!handles.has(did)) handles.set(did, (await directory.getDocumentData(did)).alsoKnownAs[0].replace('at://', ''))
  return { did, handle: handles.get(did) }
}

const caller = (request) => // the personal data server signed for this person
  JSON.parse(Buffer.from(request.headers.authorization.split('.')[1], 'base64url')).iss

const answer = (body) => ({ encoding: 'application/json', body })
const unknown = { status: 400, error: 'InvalidConvo', message: 'No such conversation.' }
const messageView = (message) => ({ $type: 'chat.bsky.convo.defs#messageView', ...message })
const visible = (conversation, me) => conversation.messages.filter((message) => !conversation.hidden.has(`${me} ${message.id}`))

function tell(conversation, dids, type, more = {}) {
  conversation.rev = nextRev()
  events.push({ for: dids, entry: { $type: `chat.bsky.convo.defs#${type}`, rev: conversation.rev, convoId: conversation.id, ...more } })
}

async function view(conversation, me) {
  const messages = visible(conversation, me)
  const read = conversation.read.get(me) ?? ''
  return {
    id: conversation.id, rev: conversation.rev, muted: false,
    members: await Promise.all(conversation.members.map(member)),
    status: conversation.accepted.has(me) ? 'accepted' : 'request',
    unreadCount: messages.filter((message) => message.sender.did !== me && message.rev > read).length,
    ...(messages.length > 0 ? { lastMessage: messageView(messages.at(-1)) } : {}),
  }
}

const about = (me, id, act) => {
  const conversation = conversations.get(id)
  return conversation?.members.includes(me) ? act(conversation) : unknown
}

const methods = {
  async getConvoForMembers(me, { members }) {
    const all = [...new Set([me, ...[].concat(members)])].sort()
    let found = [...conversations.values()].find((conversation) => conversation.members.join() === all.join())
    if (!found) {
      found = { id: nextRev(), members: all, messages: [], read: new Map(), accepted: new Set([me]), hidden: new Set() }
      conversations.set(found.id, found)
      tell(found, all, 'logBeginConvo')
    }
    return answer({ convo: await view(found, me) })
  },
  getConvo: (me, { convoId }) => about(me, convoId, async (conversation) => answer({ convo: await view(conversation, me) })),
  async listConvos(me) {
    const mine = [...conversations.values()].filter((conversation) => conversation.members.includes(me)).sort((a, b) => (a.rev < b.rev ? 1 : -1))
    return answer({ convos: await Promise.all(mine.map((conversation) => view(conversation, me))) })
  },
  getMessages: (me, { convoId, limit = 50, cursor }) => about(me, convoId, (conversation) => {
    const page = visible(conversation, me).filter((message) => !cursor || message.rev < cursor).slice(-limit).reverse()
    return answer({ ...(page.length === limit ? { cursor: page.at(-1).rev } : {}), messages: page.map(messageView) })
  }),
  getLog(me, { cursor }) {
    const page = events.filter((event) => event.for.includes(me) && (!cursor || event.entry.rev > cursor)).slice(0, pageOfEvents)
    return answer({ cursor: page.at(-1)?.entry.rev ?? cursor, logs: page.map((event) => event.entry) })
  },
  sendMessage: (me, _, { convoId, message }) => about(me, convoId, (conversation) => {
    const sent = { id: nextRev(), rev: nextRev(), text: message.text, sender: { did: me }, sentAt: new Date().toISOString(),
      ...(message.facets ? { facets: message.facets } : {}) }
    conversation.messages.push(sent)
    conversation.accepted.add(me)
    tell(conversation, conversation.members, 'logCreateMessage', { message: messageView(sent) })
    return answer(sent)
  }),
  deleteMessageForSelf: (me, _, { convoId, messageId }) => about(me, convoId, (conversation) => {
    const found = conversation.messages.find((message) => message.id === messageId)
    if (!found) return { status: 400, error: 'InvalidRequest', message: 'No such message.' }
    const { id, rev, sender, sentAt } = found
    const deleted = { $type: 'chat.bsky.convo.defs#deletedMessageView', id, rev, sender, sentAt }
    conversation.hidden.add(`${me} ${id}`)
    tell(conversation, [me], 'logDeleteMessage', { message: deleted })
    return answer({ id, rev, sender, sentAt })
  }),
  acceptConvo: (me, _, { convoId }) => about(me, convoId, (conversation) => {
    conversation.accepted.add(me)
    tell(conversation, [me], 'logAcceptConvo')
    return answer({ rev: conversation.rev })
  }),
  updateRead: (me, _, { convoId }) => about(me, convoId, async (conversation) => {
    conversation.read.set(me, nextRev())
    return answer({ convo: await view(conversation, me) })
  }),
}

const server = xrpc.createServer(api.schemas)
for (const [name, method] of Object.entries(methods))
  server.method(`chat.bsky.convo.${name}`, (context) => method(caller(context.req), context.params ?? {}, context.input?.body))

const listener = http.createServer(express().use(server.router))
await new Promise((resolve) => listener.listen(0, '127.0.0.1', resolve))

const key = await keys.Secp256k1Keypair.create()
const did = await directory.createDid({ signingKey: key.did(), rotationKeys: [key.did()], handle: 'chat.test', pds: service, signer: key })
await directory.updateData(did, key, (data) => ({
  ...data, services: { ...data.services, bsky_chat: { type: 'BskyChatService', endpoint: `http://localhost:${listener.address().port}` } },
}))

function stop() {
  listener.close()
  listener.closeAllConnections()
  process.exit(0)
}

process.on('SIGTERM', stop)
process.on('SIGINT', stop)
process.stdin.on('end', stop).on('error', stop).resume()
console.log(`READY ${JSON.stringify({ did })}`)
