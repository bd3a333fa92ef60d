import type { StoryRow } from '@rongmei/contract'
import Button from 'antd/es/button'
import { Link } from 'react-router'
import { paths } from '../../../app/paths.ts'
import { useHere } from '../../../lib/here.ts'
import { zh } from '../zh.ts'

const REVIEWS = new Set<StoryRow['next']>(['reviewFirst', 'reviewSecond', 'reviewFinal'])

/** Where a row leads: to the review bench when I am to review it, else to its own page. */
export const hrefOf = (row: StoryRow): string =>
  REVIEWS.has(row.next) ? paths.storyReview(row.id) : paths.story(row.id)

/** The row's next step as its one button; only looking is not a step and stays quiet. */
export function NextStep({ row }: { row: StoryRow }) {
  const here = useHere(zh.library.title)
  return (
    <Link to={hrefOf(row)} state={here} tabIndex={-1}>
      <Button size="small" type={row.next === 'read' ? 'text' : 'primary'}>
        {zh.library.next[row.next]}
      </Button>
    </Link>
  )
}
