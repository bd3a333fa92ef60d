import type { Story } from '@rongmei/contract'
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import { ActionButton } from '../../../ui/ActionButton.tsx'
import { zh } from '../zh.ts'
import type { Decision } from './useDecision.ts'

const words = zh.review

/** Opinion and the two decisions; returning asks for its reason first, with the usual ones one tap away. */
export function DecisionBox({ story, decision }: { story: Story; decision: Decision }) {
  const { text, setText, returning } = decision
  const label = returning ? words.reason : words.opinion
  const add = (chip: string) => setText(text.trim() ? `${text.trim()}；${chip}` : chip)
  return (
    <div className="decision">
      {returning && (
        <div className="decision-chips">
          {words.reasonChips.map((chip) => (
            <Button key={chip} size="small" onClick={() => add(chip)}>
              {chip}
            </Button>
          ))}
        </div>
      )}
      <Input.TextArea
        key={String(returning)}
        autoFocus={returning}
        value={text}
        onChange={(event) => setText(event.target.value)}
        placeholder={label}
        aria-label={label}
        maxLength={500}
        autoSize={{ minRows: returning ? 3 : 1, maxRows: 8 }}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !event.nativeEvent.isComposing && returning) decision.stopReturn()
        }}
      />
      <Acts story={story} decision={decision} />
    </div>
  )
}

function Acts({ story, decision }: { story: Story; decision: Decision }) {
  return (
    <div className="decision-acts">
      {decision.returning ? (
        <>
          <Button onClick={decision.stopReturn}>{words.cancel}</Button>
          <ActionButton
            type="primary"
            danger
            can={story.can.return}
            why={decision.text.trim() ? null : zh.review.reason}
            loading={decision.busy === 'return'}
            onClick={decision.giveBack}
          >
            {words.return}
          </ActionButton>
        </>
      ) : (
        <>
          <ActionButton can={story.can.return} onClick={decision.startReturn}>
            {words.return}
          </ActionButton>
          <ActionButton
            type="primary"
            can={story.can.review}
            why={decision.why}
            loading={decision.busy === 'pass'}
            onClick={decision.pass}
            title="Ctrl + 回车"
          >
            {words.pass}
          </ActionButton>
        </>
      )}
    </div>
  )
}
