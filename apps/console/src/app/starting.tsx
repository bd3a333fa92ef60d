import { Loading } from '../ui/Loading.tsx'

/** While the first page and the session are on their way. */
export function Starting() {
  return (
    <main className="rm-starting">
      <Loading label="正在打开工作台" />
    </main>
  )
}
