import Form from 'antd/es/form'
import Input from 'antd/es/input'
import { useState } from 'react'
import type { IndicatorView, Project, Rubric } from '@rongmei/contract'
import { formatMoment } from '../../../lib/format.ts'
import { useApiMutation } from '../../../lib/queries.ts'
import { ActionButton } from '../../../ui/ActionButton.tsx'
import { FormDrawer } from '../../../ui/FormDrawer.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { words } from '../zh.values.ts'

type Props = { indicator: IndicatorView; can: Project['can']['fill'] | undefined }
type Values = Pick<Rubric, 'met' | 'partly' | 'unmet' | 'evidence'>
const FIELDS = ['met', 'partly', 'unmet', 'evidence'] as const

/** 评分标准 of a row whose target is words: three sentences and by what one tells. */
export function RubricPanel({ indicator, can }: Props) {
  const [writing, setWriting] = useState(false)
  const [form] = Form.useForm<Values>()
  const save = useApiMutation('appraisal', 'saveRubric', { quiet: true })
  const { rubric } = indicator
  const submit = async (values: Values) => {
    await save.mutateAsync({ params: { id: indicator.id }, body: { rev: indicator.rev, rubric: values } })
    setWriting(false)
  }
  return (
    <section>
      <h3 className="appraisal-section">{words.rubric}</h3>
      {rubric ? (
        <>
          <dl className="appraisal-pairs">
            {FIELDS.map((field) => [
              <dt key={field}>{words[field]}</dt>,
              <dd key={`${field}-text`}>{rubric[field]}</dd>,
            ])}
          </dl>
          <p className="rm-muted">{words.rubricBy(rubric.by.name, formatMoment(rubric.at))}</p>
        </>
      ) : (
        <p>
          <StateTag shape="alert" tone="warn">
            {words.rubricNone}
          </StateTag>
          <br />
          <span className="rm-muted">{words.rubricMissing}</span>
        </p>
      )}
      <div className="appraisal-actions">
        <ActionButton can={can} onClick={() => setWriting(true)}>
          {rubric ? words.changeRubric : words.writeRubric}
        </ActionButton>
      </div>
      <FormDrawer<Values>
        title={`${words.rubric}：${indicator.l3}`}
        open={writing}
        onClose={() => setWriting(false)}
        form={form}
        submit={words.save}
        onSave={submit}
        {...(rubric ? { initialValues: rubric } : {})}
      >
        <p className="rm-muted">{words.rubricHint}</p>
        {FIELDS.map((field) => (
          <Form.Item
            key={field}
            name={field}
            label={words[field]}
            rules={[{ required: true, whitespace: true, min: field === 'evidence' ? 2 : 4, max: 300 }]}
          >
            <Input.TextArea rows={2} maxLength={300} />
          </Form.Item>
        ))}
      </FormDrawer>
    </section>
  )
}
