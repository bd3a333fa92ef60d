import Button from 'antd/es/button'
import type { Pages } from '../lib/queries.ts'
import { sentenceFor } from '../lib/explain.ts'

/** Under a list: 加载更多, or how many there are. A failed next page keeps what is shown. */
export function LoadMore<Row>({ rows }: { rows: Pages<Row> }) {
  if (rows.items.length === 0) return null
  if (rows.more) {
    return (
      <div className="rm-load-more">
        <Button onClick={rows.loadMore} loading={rows.loadingMore}>
          {rows.error ? '没有读到，再试一次' : '加载更多'}
        </Button>
      </div>
    )
  }
  return (
    <p className="rm-load-more rm-muted" role="status">
      {rows.error ? sentenceFor(rows.error) : `已全部显示，共 ${rows.items.length} 条`}
    </p>
  )
}
