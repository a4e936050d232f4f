/** What the frame's scripts say. What belongs to a page that is not translated yet is English, whatever the frame speaks. */
export const words = {
  en: {
    alarm: '{0} alarm', alarms: '{0} alarms', acknowledged: '{0} acknowledged the alarm', over: 'The alarm is over',
    notAcknowledged: 'The alarm was not acknowledged: the service did not answer. Try again.',
    minutes: '{0} min', hours: '{0} h {1}', days: '{0} d {1} h', left: '{0} left', closed: 'closed',
    sure: 'Are you sure?', proceed: 'Continue', back: 'Go back', copied: 'Copied', notCopied: 'The browser did not allow copying. Select the text and copy it by hand.',
    keys: 'Keyboard shortcuts', close: 'Close', useKeys: 'Use single-key shortcuts', nextRow: 'Next row', previousRow: 'Previous row', openRow: 'Open the row',
    lost: 'Connection lost: new messages and alarms do not reach this screen. What you typed is kept.', dismiss: 'Dismiss', undo: 'Undo'
  },
  cy: {
    alarm: '{0} larwm', alarms: '{0} larwm', acknowledged: 'Cydnabu {0} y larwm', over: 'Mae’r larwm ar ben',
    notAcknowledged: 'Ni chydnabuwyd y larwm: ni wnaeth y gwasanaeth ymateb. Rhowch gynnig arall arni.',
    minutes: '{0} mun', hours: '{0} awr {1}', days: '{0} d {1} awr', left: '{0} ar ôl', closed: 'wedi cau',
    sure: 'Ydych chi’n siŵr?', proceed: 'Parhau', back: 'Mynd yn ôl', copied: 'Wedi’i gopïo', notCopied: 'Ni chaniataodd y porwr gopïo. Dewiswch y testun a’i gopïo â llaw.',
    keys: 'Llwybrau byr bysellfwrdd', close: 'Cau', useKeys: 'Defnyddio llwybrau byr un fysell', nextRow: 'Rhes nesaf', previousRow: 'Rhes flaenorol', openRow: 'Agor y rhes',
    lost: 'Collwyd y cysylltiad: nid yw negeseuon a larymau newydd yn cyrraedd y sgrin hon. Mae’r hyn a deipiwyd gennych wedi’i gadw.', dismiss: 'Diystyru', undo: 'Dadwneud'
  }
}

/** The language that stands at an element: its own, or that of what it lies in. */
export const languageAt = element => (element?.closest('[lang]') ?? globalThis.document?.documentElement)?.lang?.startsWith('cy') ? 'cy' : 'en'

/** Words by name, with what belongs into their places. */
export const wordsIn = (language, name, ...values) => values.reduce((text, value, at) => text.replaceAll(`{${at}}`, value), (words[language] ?? words.en)[name])

export const say = (name, ...values) => wordsIn(languageAt(), name, ...values)
