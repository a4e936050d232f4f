// Storage can be full, switched off or forbidden; what it remembers is a comfort, so the page goes on without it.
const attempt = act => { try { return act() } catch { return null } }

export const recall = name => attempt(() => localStorage.getItem(name))
export const remember = (name, value) => attempt(() => { localStorage.setItem(name, value); return true }) === true
export const forget = name => attempt(() => localStorage.removeItem(name))
export const remembered = prefix => attempt(() => Object.keys(localStorage).filter(name => name.startsWith(prefix))) ?? []
export const session = {
  recall: name => attempt(() => sessionStorage.getItem(name)),
  remember: (name, value) => attempt(() => sessionStorage.setItem(name, value)),
  forget: name => attempt(() => sessionStorage.removeItem(name))
}
