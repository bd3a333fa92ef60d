import { PageHeader } from '../../ui/PageHeader.tsx'

export function Component() {
  return <PageHeader title="账号与设备" />
}
