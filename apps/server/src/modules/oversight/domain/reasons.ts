import type { ReasonClass } from '@rongmei/contract'

/** Cue words of each class, the first class with a hit is proposed; a person decides. */
const CUES: readonly [ReasonClass, RegExp][] = [
  ['hardware', /设备|供应商|厂家|到货|安装|故障|机房|场地|硬件|备件/],
  ['funds', /经费|资金|预算|拨款|支付|付款|结算/],
  ['people', /人员|人手|缺编|离职|岗位|培训|借调/],
  ['system', /制度|审批|流程|招标|采购程序|政策|暂停|叫停|合同/],
]

/** 五类偏差原因 (财预〔2019〕136号), proposed from the words of the explanation; 其他 where nothing speaks. */
export function proposeReason(text: string): ReasonClass {
  return CUES.find(([, cue]) => cue.test(text))?.[0] ?? 'other'
}
