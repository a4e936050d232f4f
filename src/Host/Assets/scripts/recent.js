/** What was heard lately, so that a tab that opened a moment ago can be told what it missed between being written and listening. */
export function recent(keeps = 30_000) {
  let heard = []
  return {
    add(at, said) { heard = [...heard.filter(one => one.at > at - keeps), { at, said }] },
    since: at => heard.filter(one => one.at >= at).map(one => one.said)
  }
}
