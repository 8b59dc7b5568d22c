import { bothLanguages } from '../../app/both-languages.ts'

export const filingsMessages = bothLanguages({
  zh: {
    title: '监管报告', open: '监管报告', lead: '供阅读与录入的副本。报送在监管机构自己的系统里进行。', forms: '表格', form: { FDA_3500A: 'FDA 3500A', EU_MIR: '欧盟 MIR', NMPA_CASE: '国家不良事件报告', FDA_806: 'FDA 806', FDA_7_53: 'FDA 7.53 状态', EU_FSN: '欧盟 FSN', NMPA_RECALL: '国家召回事件报告', NMPA_RECALL_PROGRESS: '召回实施情况' },
    missing: '还缺 {n} 项', complete: '各必填项都已有内容。', empty: '缺', none: '–', unverified: '条文待核对', source: '依据', asOf: '截至', print: '打印', json: '保存为 JSON', number: '编号', field: '项目', value: '内容',
    filed: '已报送', filedNone: '尚未登记报送。', file: '登记报送', fileHint: '登记后，当前内容连同其 SHA-256 一起冻结，之后不再改变。', authority: '监管机构', reference: '监管机构编号', filedOn: '报送日期', rule: '对应的时限', noRule: '无', frozen: '冻结的内容', current: '当前内容', intact: '与登记时一致', broken: '与登记时不一致', shows: '这是 {day} 报送时的内容。',
  },
  en: {
    title: 'Authority reports', open: 'Authority reports', lead: 'A copy to read and to type from. Filing is done in the authority’s own system.', forms: 'Forms', form: { FDA_3500A: 'FDA 3500A', EU_MIR: 'EU MIR', NMPA_CASE: 'NMPA report', FDA_806: 'FDA 806', FDA_7_53: 'FDA 7.53 status', EU_FSN: 'EU FSN', NMPA_RECALL: 'NMPA recall', NMPA_RECALL_PROGRESS: 'NMPA progress' },
    missing: '1 field is missing | {n} fields are missing', complete: 'Every field that has to be there is filled.', empty: 'missing', none: '–', unverified: 'text yet to be checked', source: 'Source', asOf: 'As of', print: 'Print', json: 'Save as JSON', number: 'No.', field: 'Field', value: 'Content',
    filed: 'Filed', filedNone: 'No filing is recorded yet.', file: 'Record a filing', fileHint: 'What stands here now is then frozen with its SHA-256, and does not change any more.', authority: 'Authority', reference: 'The authority’s number', filedOn: 'Filed on', rule: 'Deadline it meets', noRule: 'None', frozen: 'What was filed', current: 'As it is now', intact: 'unchanged since', broken: 'changed since', shows: 'This is what was filed on {day}.',
  },
})
