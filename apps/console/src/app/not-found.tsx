import Button from 'antd/es/button'
import { useNavigate } from 'react-router'
import { useStepBack } from '../lib/here.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { paths } from './paths.ts'

/** An address that leads nowhere, inside the shell so that the menu is at hand. */
export function NotFound() {
  const navigate = useNavigate()
  const stepBack = useStepBack()
  return (
    <>
      <PageHeader title="没有这一页" />
      <EmptyState
        title="地址可能写错了，或者这一页已经撤掉"
        hint="您可以回到上一页，或从“我的待办”重新开始。"
        action={
          <p className="rm-blank-actions">
            <Button onClick={stepBack}>返回上一页</Button>
            <Button type="primary" onClick={() => void navigate(paths.home())}>
              去我的待办
            </Button>
          </p>
        }
      />
    </>
  )
}
