export const oversightErrors = {
  'rectification.wrongState': [409, '这项整改现在不在这一步'],
  'rectification.notOwner': [403, '只有整改责任人能提交'],
  'rectification.ownWork': [403, '自己负责的整改，要由别人复核'],
  'rectification.evidenceNeeded': [400, '请写明整改措施并上传佐证文件'],
  'rectification.opinionNeeded': [400, '退回要写明理由'],
  'rectification.moved': [409, '这项整改刚被别人办过，请刷新后再办'],
  'review.outOfRange': [400, '评价得分要在 0 和分值之间'],
  'review.explain': [400, '与自评得分不一致的，要写明理由'],
} as const satisfies Record<string, readonly [number, string]>
