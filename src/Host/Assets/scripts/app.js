import { startAlarms } from './alarms.js'
import { startClocks } from './clocks.js'
import { startCountdowns } from './countdown.js'
import { startCounts } from './counts.js'
import { startDialogs } from './dialogs.js'
import { startDrafts } from './drafts.js'
import { startHeldLists } from './held.js'
import { startInlineForms } from './inline.js'
import { startKeys } from './keys.js'
import { startLive } from './live.js'
import { startMedia } from './media.js'
import { startMenus } from './menus.js'
import { startOffline } from './offline.js'
import { startPanes } from './panes.js'
import { startPicks } from './picks.js'
import { startPresence } from './presence.js'
import { startRefresh } from './refresh.js'
import { startThemes } from './themes.js'
import { startThinning } from './thin.js'
import { startToasts } from './toasts.js'
import { startVendor } from './vendor.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
for (const start of [
  startVendor, startToasts, startThemes, startMenus, startDialogs, startKeys, startClocks, startPanes, startPicks, startMedia, startThinning,
  startCountdowns, startDrafts, startHeldLists, startRefresh, startInlineForms, startCounts, startPresence, startAlarms, startOffline, startLive
]) {
  // One broken behaviour must not take the alarm down with it: the page works without each of them.
  try { start() } catch (error) { reportError(error) }
}
