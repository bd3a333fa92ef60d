import {
  bylineNames,
  categoryNames,
  kindNames,
  levelNames,
  REVIEW_LEVELS,
  type ReviewLevel,
  sourceNames,
  type Story,
} from '@rongmei/contract'
import Button from 'antd/es/button'
import { useParams } from 'react-router'
import { paths } from '../../../app/paths.ts'
import { formatMoment, formatNumber } from '../../../lib/format.ts'
import { useKeys } from '../../../lib/keys.ts'
import { useApi } from '../../../lib/queries.ts'
import { useMe } from '../../../lib/session.ts'
import { OfficialSheet } from '../../../ui/OfficialSheet.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { QueryState } from '../../../ui/QueryState.tsx'
import { zh } from '../zh.ts'
import './sheet.css'

const words = zh.sheet

/** 审稿单: the story's passage through the three reviews on one sheet of paper, as it is filed. */
export function Component() {
  const { id = '' } = useParams()
  const query = useApi('newsroom', 'getStory', { params: { id } })
  const print = () => window.print()
  useKeys(words.title, [{ combo: 'mod+p', label: words.print, run: print }])
  return (
    <>
      <PageHeader
        title={words.title}
        back={{ to: paths.story(id), label: query.data?.title || zh.library.untitled }}
        actions={
          <Button type="primary" onClick={print}>
            {words.print}
          </Button>
        }
      />
      <QueryState query={query} rows={12}>
        {(story) => <Sheet story={story} />}
      </QueryState>
    </>
  )
}

function Sheet({ story }: { story: Story }) {
  const me = useMe()
  return (
    <OfficialSheet label={words.title}>
      <div className="review-sheet">
        {me.demo && <p className="review-sheet-demo">{words.demo}</p>}
        <h1>
          {me.centreName}
          {words.title}
        </h1>
        <table>
          <colgroup>
            <col style={{ width: '15%' }} />
            <col style={{ width: '35%' }} />
            <col style={{ width: '15%' }} />
            <col style={{ width: '35%' }} />
          </colgroup>
          <tbody>
            <Facts story={story} />
            {REVIEW_LEVELS.map((level) => (
              <Review key={level} story={story} level={level} />
            ))}
            <Wide label={words.proof} text={proofOf(story)} />
            {story.overrideReason && <Wide label={words.override} text={story.overrideReason} />}
            <Wide label={words.published} text={story.publishedAt ? formatMoment(story.publishedAt) : words.pending} />
            {story.corrections.map((one) => (
              <Wide
                key={one.at}
                label={words.correction}
                text={`${formatMoment(one.at)}　${one.by.name}　${one.notice}`}
              />
            ))}
            {story.withdrawal && (
              <Wide
                label={words.withdrawal}
                text={`${formatMoment(story.withdrawal.at)}　${story.withdrawal.by.name}　${story.withdrawal.reason}`}
              />
            )}
          </tbody>
        </table>
        <p className="review-sheet-foot">
          <span>{words.note}</span>
          <span>{words.printedAt(formatMoment(new Date().toISOString()))}</span>
        </p>
      </div>
    </OfficialSheet>
  )
}

function Facts({ story }: { story: Story }) {
  const source = [sourceNames[story.source.kind], story.source.name].filter(Boolean).join('　')
  const byline = story.byline.map(({ role, name }) => `${bylineNames[role]} ${name}`).join('　')
  return (
    <>
      <tr>
        <th scope="row">{words.number}</th>
        <td>{story.number}</td>
        <th scope="row">{words.category}</th>
        <td>{`${categoryNames[story.category]}　${kindNames[story.kind]}`}</td>
      </tr>
      <tr>
        <th scope="row">{words.headline}</th>
        <td colSpan={3} className="review-sheet-title">
          {story.title || zh.library.untitled}
        </td>
      </tr>
      <tr>
        <th scope="row">{words.author}</th>
        <td>{story.author.name}</td>
        <th scope="row">{words.unit}</th>
        <td>{story.unitName ?? words.pending}</td>
      </tr>
      <tr>
        <th scope="row">{words.byline}</th>
        <td>{byline || words.pending}</td>
        <th scope="row">{words.source}</th>
        <td>{source}</td>
      </tr>
      <tr>
        <th scope="row">{words.characters}</th>
        <td>{formatNumber(story.characters)}</td>
        <th scope="row">{words.planned}</th>
        <td>{story.plannedAt ? formatMoment(story.plannedAt) : words.pending}</td>
      </tr>
    </>
  )
}

/** One review: the sign-off that stands. One that was voided by a later change has no place on the sheet. */
function Review({ story, level }: { story: Story; level: ReviewLevel }) {
  const signed = story.signOffs.findLast((one) => one.level === level && !one.voided)
  return (
    <>
      <tr>
        <th scope="rowgroup" rowSpan={2}>
          {levelNames[level]}
        </th>
        <td colSpan={3} className="review-sheet-opinion">
          {signed ? signed.opinion || words.agreed : words.pending}
        </td>
      </tr>
      <tr>
        <td>{`${words.signer}：${signed?.by.name ?? ''}`}</td>
        <td colSpan={2}>
          {`${words.time}：${signed ? formatMoment(signed.at) : ''}`}
          {signed && <span className="review-sheet-hash">{`${words.hash} ${signed.contentHash.slice(0, 12)}`}</span>}
        </td>
      </tr>
    </>
  )
}

function Wide({ label, text }: { label: string; text: string }) {
  return (
    <tr>
      <th scope="row">{label}</th>
      <td colSpan={3}>{text}</td>
    </tr>
  )
}

function proofOf({ run }: Story): string {
  if (!run) return words.proofNone
  const ignored = run.findings.filter((one) => one.decision?.verdict === 'ignored').length
  return words.proofText(formatMoment(run.at), run.by.name, run.findings.length, run.openMust, ignored)
}
