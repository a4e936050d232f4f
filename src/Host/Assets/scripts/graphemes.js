const segmenter = 'Segmenter' in Intl ? new Intl.Segmenter('en-GB', { granularity: 'grapheme' }) : null

/** Characters as people count them: a flag, a family or an accented letter is one. */
export const graphemes = text => segmenter ? [...segmenter.segment(text)].length : [...text].length

export function leftWords(left) {
  if (left < 0) return { words: `${-left} too many`, state: 'over' }
  return { words: `${left} left`, state: left <= 20 ? 'soon' : '' }
}
