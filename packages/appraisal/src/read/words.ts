/** Labels of the head by which a form is recognised, over all layouts (appraisal.md 1.5); for cell keys. */
export const NAME_LABEL =
  /^(项目名称|转移支付(项目)?名称|专项(资金)?名称|项目(编码|编号|代码)(-|及|和|\/|—)?(项目)?名称)(:|$)/

/** Labels of texts that stand beside the table proper: they are kept as remarks, and are no part of rows or goals. */
export const REMARK_LABEL =
  /^(其他需要说明的?事项|说明|备注|评价结论|自评结论|存在(的)?(主要)?问题|改进措施|下一步改进措施|实施内容及过程|项目实施内容及过程概述|偏差大或目标未完成原因分析|改进措施及结果应用方案)(:|$)/
