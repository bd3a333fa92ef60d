import { type Body, type Counts, countsOf } from '@rongmei/body'
import type { Story } from '@rongmei/contract'
import { useEffect, useState } from 'react'
import { formatNumber } from '../../../lib/format.ts'
import { zh } from '../zh.ts'
import { Banners } from './Banners.tsx'
import { LONGEST_TEXT } from './content.ts'
import { Field } from './Field.tsx'
import { Toolbar } from './Toolbar.tsx'
import type { Findings } from './useFindings.ts'
import { useStartWriting } from './useWords.ts'
import type { Writing } from './useWriting.ts'

const words = zh.editor
const COUNT_AFTER = 400

/** The quiet page: title, deck, body, and under them how much there is. */
export function WritingPage(props: { story: Story; writing: Writing; findings: Findings; onPick: () => void }) {
  const { writing, findings } = props
  const { editors, pasting } = writing
  useStartWriting(editors, writing.editable)
  const pick = (key: string) => {
    props.onPick()
    findings.choose(key)
  }
  return (
    <div className="writing">
      <Banners story={props.story} writing={writing} />
      {writing.editable && (
        <Toolbar
          editor={editors.body}
          acts={{
            onPictures: (files) => pasting.insertFiles(editors.body, files),
            onImport: (file) => void importFile(writing, file),
            onPlainPaste: () => void pasting.readPlain(editors.body),
          }}
        />
      )}
      {pasting.busy && (
        <p className="rm-muted" role="status">
          {pasting.busy}
        </p>
      )}
      <div className={`paper${writing.editable ? '' : ' paper-read'}`}>
        <Field editor={editors.title} className="paper-title" onPick={pick} />
        <Field editor={editors.deck} className="paper-deck" onPick={pick} />
        <Field editor={editors.body} className="paper-body" onPick={pick} />
      </div>
      <Counters body={() => editors.body.getJSON() as Body} edits={writing.edits} />
    </div>
  )
}

async function importFile(writing: Writing, file: File): Promise<void> {
  const title = await writing.pasting.importInto(writing.editors.body, file)
  if (title && writing.editors.title.isEmpty) writing.editors.title.commands.insertContent(title)
}

/** 字数 and pictures, counted after a pause; near the limit how much room is left. */
function Counters({ body, edits }: { body: () => Body; edits: number }) {
  const [counts, setCounts] = useState<Counts>(() => countsOf(body()))
  useEffect(() => {
    const timer = setTimeout(() => setCounts(countsOf(body())), COUNT_AFTER)
    return () => clearTimeout(timer)
  }, [edits])
  const left = LONGEST_TEXT - counts.withPunctuation
  return (
    <p className="counters rm-muted">
      <span className="rm-num">
        {words.counters(formatNumber(counts.characters), formatNumber(counts.withPunctuation), counts.pictures)}
      </span>
      {left < 0 ? (
        <strong className="late" role="alert">
          　{words.tooLong(formatNumber(LONGEST_TEXT))}
        </strong>
      ) : (
        left < LONGEST_TEXT / 10 && <span>　{words.nearLimit(formatNumber(left))}</span>
      )}
    </p>
  )
}
