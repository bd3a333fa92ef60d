/** What the writers may be told. */
export interface WriteOptions {
  /** a line printed above the title of every form, such as 演示数据 */
  label?: string
  /** the moment written into a workbook's properties; the epoch when absent */
  at?: Date
}
