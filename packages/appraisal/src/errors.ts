/** Why a file was refused. Keys are stable; the Chinese sentence is what people see. */
export const REFUSALS = {
  tooLarge: '文件太大，无法读取',
  tooManyRows: '表格行数太多，无法读取',
  tooManyColumns: '表格列数太多，无法读取',
  cellTooLong: '有单元格的文字过长，无法读取',
  tooManyForms: '一个文件里的表太多，请拆分后再导入',
  notText: '文件不是文本（含有二进制内容），请确认文件格式',
  encoding: '文字编码无法识别，请另存为 UTF-8 后再试',
  notZip: '文件不是有效的 Word 或 Excel 文档',
  encrypted: '文件有密码保护，或是旧版 .doc/.xls 格式；请去除密码并另存为 .docx/.xlsx',
  zipBomb: '压缩包解开后过大，疑似异常文件，已停止读取',
  damaged: '文件已损坏，无法打开',
  noText: 'PDF 里没有文字（可能是扫描件），请先做文字识别，或改用 Word、Excel 原件',
  tooManyPages: 'PDF 页数太多，请拆分后再导入',
  protected: '文件有密码保护，请去除密码后再导入',
  tooManyFiles: '文件夹或压缩包里的文件太多，请分批导入',
  unsafePath: '压缩包里有不安全的路径，已停止读取',
  notPackage: '不是本系统导出的 JSON 数据包，或版本不符',
  badMapping: '列对应关系不对：所指的行或列不在表内',
  nothingToWrite: '没有可以导出的自评表',
  tooManyToWrite: '一次导出的表太多，请分批导出',
} as const

export type RefusalKey = keyof typeof REFUSALS

/** Thrown for input that cannot be read at all; `key` is stable, `message` is a complete Chinese sentence. */
export class AppraisalError extends Error {
  readonly key: RefusalKey

  constructor(key: RefusalKey, detail = '') {
    super(detail ? `${REFUSALS[key]}（${detail}）` : REFUSALS[key])
    this.name = 'AppraisalError'
    this.key = key
  }
}
