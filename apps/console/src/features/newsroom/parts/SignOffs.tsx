import '../editor/findings.css'
import { levelNames, REVIEW_LEVELS, type Story } from '@rongmei/contract'
import Alert from 'antd/es/alert'
import { formatMoment } from '../../../lib/format.ts'
import { StateTag } from '../../../ui/StateTag.tsx'
import { zh } from '../zh.ts'

const words = zh.reviews

/** The three reviews in order: who signed with what opinion, what was voided, what is still waited for. */
export function SignOffs({ story }: { story: Story }) {
  return (
    <div className="signoffs">
      {story.overrideReason && <Alert type="warning" title={words.override(story.overrideReason)} />}
      <ol className="signoffs-list">
        {REVIEW_LEVELS.map((level) => {
          const all = story.signOffs.filter((one) => one.level === level)
          return (
            <li key={level}>
              <div className="signoffs-level">
                <strong>{levelNames[level]}</strong>
                {!all.some((one) => !one.voided) && <span className="rm-muted">{words.waiting}</span>}
              </div>
              {all.map((one) => (
                <div key={one.id} className={one.voided ? 'signoff signoff-void' : 'signoff'}>
                  <StateTag shape={one.voided ? 'cross' : 'check'} tone={one.voided ? 'quiet' : 'good'}>
                    {one.by.name}
                  </StateTag>{' '}
                  <span className="rm-muted rm-num">{formatMoment(one.at)}</span>
                  <p>{one.opinion || words.opinionNone}</p>
                  {one.voided && <p className="rm-muted">{words.voided(one.voided.reason)}</p>}
                </div>
              ))}
            </li>
          )
        })}
      </ol>
    </div>
  )
}
