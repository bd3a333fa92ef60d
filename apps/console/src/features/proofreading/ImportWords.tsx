import App from 'antd/es/app'
import Upload from 'antd/es/upload'
import { useQueryClient } from '@tanstack/react-query'
import { sentenceFor } from '../../lib/explain.ts'
import { invalidate } from '../../lib/queries.ts'
import { refuseFile, type UploadLimit, useUpload } from '../../lib/uploads.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { zh } from './zh.ts'

const words = zh.words
const SHEETS: UploadLimit = { maxBytes: 5 * 1024 * 1024, accept: ['.xlsx'], words: words.sheets }

/** 导入 Excel: a sheet of entries comes in at once; rows that cannot be taken are told. */
export function ImportWords({ can }: { can: boolean | undefined }) {
  const { message, modal } = App.useApp()
  const client = useQueryClient()
  const upload = useUpload('proofreading', 'importWords')
  const take = async (file: File) => {
    const refused = refuseFile(file, SHEETS)
    if (refused) return void message.error(refused)
    try {
      const { added, known, problems } = await upload.send(file)
      await invalidate(client, 'proofreading', 'listWords')
      if (problems.length === 0) return void message.success(words.imported(added, known))
      modal.info({
        title: `${words.imported(added, known)}，${words.problems(problems.length)}`,
        content: (
          <ul className="words-problems">
            {problems.map(({ row, why }) => (
              <li key={row}>
                {words.row(row)}：{words.whys[why]}
              </li>
            ))}
          </ul>
        ),
      })
    } catch (error) {
      modal.error({ title: sentenceFor(error), content: words.importHint })
    }
  }
  return (
    <Upload
      accept=".xlsx"
      showUploadList={false}
      disabled={can !== true}
      beforeUpload={(file) => {
        void take(file)
        return false
      }}
    >
      <ActionButton can={can} loading={upload.state !== null} title={words.importHint}>
        {upload.state ? words.importing : words.import}
      </ActionButton>
    </Upload>
  )
}
