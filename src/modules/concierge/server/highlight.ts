import type { Snippet } from '../search.ts'

// Control characters are in no text that was checked, and are no letters in any locale.
const HIT = '\u0001'
const END = '\u0002'
const NEXT = '\u0003'

/** What the parser of PostgreSQL would take for a tag or, in a database whose locale is C, for a letter. */
const MISREAD = '<>“”„‚‘’«»‹›–—…•·¿¡\u00a0'
const STAND_INS =
  '\u0004\u0005\u0006\u0007\u0008\u000b\u000c\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a'

/** Values for `translate`: what is misread gets a stand-in, and what would pass as one of our marks goes. */
export const masking = {
  from: `${MISREAD}${STAND_INS}${HIT}${END}${NEXT}\u00ad`,
  to: STAND_INS,
}

const MARKS = `StartSel=${HIT}, StopSel=${END}`
/** Options of `ts_headline` for a title, which is shown whole, and for the best places of a text. */
export const headline = {
  title: `HighlightAll=true, ${MARKS}`,
  body: `MaxFragments=3, MaxWords=45, MinWords=20, FragmentDelimiter=${NEXT}, ${MARKS}`,
}

/** Takes apart what `ts_headline` has marked. The parts are plain text: whoever shows them escapes them like any other. */
export function readPassages(marked: string): Snippet[][] {
  return marked
    .split(NEXT)
    .map(readSnippets)
    .filter((passage) => passage.length > 0)
}

/** The same for a text that is one piece. */
export function readSnippets(marked: string): Snippet[] {
  return marked
    .split(HIT)
    .flatMap((part, index) => {
      const [hit = '', rest = ''] = index === 0 ? ['', part] : part.split(END)
      return [
        { text: unmask(hit), hit: true },
        { text: unmask(rest), hit: false },
      ]
    })
    .filter(({ text }) => text !== '')
}

/** Both lists are of single code units. */
function unmask(text: string): string {
  return Array.from(text, (character) => MISREAD[STAND_INS.indexOf(character)] ?? character).join('')
}
