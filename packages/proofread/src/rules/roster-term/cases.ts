import type { RuleCases } from '../cases.ts'

const roster = [
  { name: '陆文清', title: '文化馆馆长', validTo: '2022-06-30' },
  { name: '赵一帆', title: '副主任', validFrom: '2020-01-01', validTo: '2023-03-31' },
  { name: '赵一帆', title: '主任', validFrom: '2023-04-01' },
  { name: '钱江', title: '副区长', validFrom: '2024-01-01' },
]
const options = { roster, publishedOn: '2023-05-01' }

export const cases: RuleCases = {
  options,
  right: [
    '原馆长陆文清出席。',
    '时任文化馆馆长陆文清出席。',
    '主任赵一帆介绍。',
    '赵一帆主任介绍。',
    '陆文清先生出席。',
    '文艺家陆文清、馆长李明出席。',
    { input: '馆长陆文清出席。', options: { roster, publishedOn: '2022-06-30' } },
    { input: '副区长钱江主持会议。', options: { roster, publishedOn: '2024-01-01' } },
    { input: '副主任赵一帆介绍。', options: { roster, publishedOn: '2022-05-01' } },
    { input: '馆长陆文清出席。', options: { roster } },
  ],
  wrong: [
    ['馆长陆文清出席。', '馆长', '原馆长'],
    ['陆文清馆长出席。', '馆长', '原馆长'],
    ['文化馆馆长陆文清出席。', '馆长', '原馆长'],
    ['副主任赵一帆介绍。', '副主任', '主任'],
    ['赵一帆副主任介绍。', '副主任', '主任'],
    ['副区长钱江主持会议。', '副区长', ''],
    ['钱江副区长主持会议。', '副区长', ''],
    ['昨天，馆长陆文清说。', '馆长', '原馆长'],
    ['主任赵一帆介绍。', '主任', '副主任', { roster, publishedOn: '2021-05-01' }],
    ['副主任赵一帆介绍。', '副主任', '主任', { roster, publishedOn: '2023-04-01' }],
  ],
}
