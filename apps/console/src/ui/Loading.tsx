import Skeleton from 'antd/es/skeleton'
import { useEffect, useState } from 'react'

/** A skeleton that stays away for the first 300 ms: most answers are there before it would flash. */
export function Loading({ rows = 6, label = '正在读取' }: { rows?: number; label?: string }) {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className="rm-loading" role="status" aria-label={label} aria-busy="true">
      {late && <Skeleton active title={false} paragraph={{ rows }} />}
    </div>
  )
}
