import { bothLanguages } from '../../app/both-languages.ts'
import { actionEn, actionZh } from './action.messages.ts'
import { fieldEn, fieldZh } from './field.messages.ts'
import { signatureEn, signatureZh } from './signature.messages.ts'

/** What can be filtered by, in the order of the list. */
export const actionNames = Object.keys(actionEn) as (keyof typeof actionEn)[]

export const auditMessages = bothLanguages({
  zh: {
    title: '审计记录',
    lead: '谁在何时对什么做了什么。记录不可修改、不可删除，封存后可以证明。',
    history: '操作记录',
    at: '时间', what: '操作', who: '操作人', subject: '对象', organization: '机构', changes: '变更', seal: '编号',
    system: '系统接口', refused: '已拒绝', done: '已完成', all: '全部', outcome: '按结果筛选', from: '自', to: '至',
    before: '变更前', after: '变更后', nothing: '已清空', reason: '原因：', erased: '已按个人请求删除',
    unsealed: '待封存', proof: '下载第 {n} 条的证明', noProof: '暂无证明，请稍后再试。', times: '{n} 次',
    apart: '发现 {n} 条记录不是由平台原样写入的：有人绕过平台直接写入或改动了数据库。这些记录已单独存放，不属于审计记录；每条的发现都已记入（操作：发现伪造记录）。请立即通知平台运营方。',
    log: '已封存 {n} 条记录，验证公钥：',
    name: { WITHHELD: '其他机构的人员', ERASED: '姓名已删除', UNKNOWN: '未登录' },
    code: {
      NOT_ALLOWED: '没有权限', NOT_FOUND: '找不到', INVALID_INPUT: '填写有误', IDEMPOTENCY_KEY_REUSED: '请求编号已用于其他内容', CONFLICT: '与现状冲突', BLOCKED: '器械被禁止流转或使用', SIGNATURE_REFUSED: '签名未通过', PROOF_REFUSED: '再次验证未通过', TOO_LARGE: '内容过大',
      BAD_CREDENTIALS: '账号或密码不符', THROTTLED: '尝试过多', DEACTIVATED: '账号已停用', NO_PROOF: '没有平台的写入证明', OTHER_KEY: '以其他密钥写入', EDITED: '封存前被改动',
    },
    field: fieldZh,
    empty: { title: '没有符合条件的记录', text: '请换一段日期或一种操作。管理员和审计员可以查看本机构的记录。', clear: '清除条件' },
    emptyTrail: { title: '还没有操作记录', text: '在平台上对它做的每一项变更都会记在这里。更早导入的内容见「经历」。' },
    action: actionZh,
    sign: signatureZh,
  },
  en: {
    title: 'Audit',
    lead: 'Who did what to what, and when. Nothing in it is changed or deleted, and once sealed that can be proved.',
    history: 'History',
    at: 'When', what: 'What', who: 'Who', subject: 'On', organization: 'Organization', changes: 'Changes', seal: 'Number',
    system: 'system', refused: 'Refused', done: 'Done', all: 'All', outcome: 'Filter by outcome', from: 'From', to: 'To',
    before: 'before', after: 'after', nothing: 'emptied', reason: 'Reason: ', erased: 'erased at the person\'s request',
    unsealed: 'not sealed yet', proof: 'Download the proof of record {n}', noProof: 'No proof yet. Try again in a moment.', times: '{n} time | {n} times',
    apart: '{n} record was found that the hub did not write as it stood: somebody wrote it into the database, or edited it there. It is kept apart and is not part of this record; that it was found is (action “Forged record found”). Tell who runs the hub at once. | {n} records were found that the hub did not write as they stood: somebody wrote them into the database, or edited them there. They are kept apart and are not part of this record; that they were found is (action “Forged record found”). Tell who runs the hub at once.',
    log: '{n} records are sealed. They are verified with the key',
    name: { WITHHELD: 'Somebody of another organization', ERASED: 'Name erased', UNKNOWN: 'Nobody signed in' },
    code: {
      NOT_ALLOWED: 'not allowed', NOT_FOUND: 'not found', INVALID_INPUT: 'not well filled in', IDEMPOTENCY_KEY_REUSED: 'key used for another request', CONFLICT: 'in conflict with what is', BLOCKED: 'the device is blocked', SIGNATURE_REFUSED: 'signature refused', PROOF_REFUSED: 'did not prove to be the person', TOO_LARGE: 'too large',
      BAD_CREDENTIALS: 'wrong account or password', THROTTLED: 'too many tries', DEACTIVATED: 'account deactivated', NO_PROOF: 'without proof that the hub wrote it', OTHER_KEY: 'written by another key', EDITED: 'edited before it was sealed',
    },
    field: fieldEn,
    empty: { title: 'No record fits', text: 'Try other days or another action. Administrators and auditors see the record of their organization.', clear: 'Clear the filters' },
    emptyTrail: { title: 'Nothing recorded yet', text: 'Every change that is made to it in the hub is recorded here. What was loaded before is in the timeline.' },
    action: actionEn,
    sign: signatureEn,
  },
})
