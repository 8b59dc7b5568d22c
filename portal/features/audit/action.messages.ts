/** What can be done, as the record names it. */
export const actionZh = {
  CONFIRM_RECEIPT: '确认收货', IMPORT_FILE: '文件导入', REPORT_SELL_THROUGH: '上报销售', RECORD_USAGE: '登记使用', REGISTER_SUPPLIER_LOT: '登记供应批次', REPORT_SHIPMENT: '上报发货', REPORT_RETURN: '上报退货',
  REPORT_INSPECTION: '上报检验', SET_QUARANTINE: '设置隔离', SCRAP: '报废', REPORT_PRODUCTION: '上报生产', SWAP_PART: '更换部件', PACK: '装箱', CAPTURE_EVENTS: '采集事件', DECLARE_ERROR: '声明误录',
  CLEAR_FINDING: '处理异常', UPLOAD_DOCUMENT: '上传文件', SUBMIT_ADVERSE_EVENT: '上报不良事件', HANDLE_ADVERSE_EVENT: '处理不良事件', OPEN_SERVICE_TICKET: '报修', HANDLE_SERVICE_TICKET: '处理工单',
  DRAFT_RECALL: '起草召回', REVIEW_RECALL: '审核召回', APPROVE_RECALL: '批准召回', CLOSE_RECALL: '结束召回', HOLD_DEVICES: '暂停使用', ACKNOWLEDGE_RECALL_NOTICE: '确认召回通知', RESPOND_TO_RECALL_NOTICE: '回复召回通知',
  SIGN_IN: '登录', TOKEN_ISSUE: '签发令牌', SIGN_OUT: '退出', EXPORT: '导出', MAKE_EVIDENCE: '生成证据包', RECORD_FILING: '登记报送', READ_PERSONAL_DATA: '查看个人信息', SHARE_OPEN: '打开共享', MANAGE_PEOPLE: '管理人员', MANAGE_CLIENTS: '管理接口账号', MANAGE_WEBHOOKS: '管理消息推送', DISABLE_WEBHOOK: '停用推送地址', READ_MESSAGES: '阅读消息', LOG_PHONE_CALL: '记录电话通知', REMIND_RECIPIENT: '提醒答复召回', MANAGE_SHARES: '管理共享', MANAGE_ORGANIZATIONS: '管理机构', EDIT_ORGANIZATION: '更改机构信息', ERASE_PERSON: '删除个人信息',
}
export const actionEn = {
  CONFIRM_RECEIPT: 'Confirm receipt', IMPORT_FILE: 'Import a file', REPORT_SELL_THROUGH: 'Report sales', RECORD_USAGE: 'Record use', REGISTER_SUPPLIER_LOT: 'Register a lot', REPORT_SHIPMENT: 'Report a shipment', REPORT_RETURN: 'Report a return',
  REPORT_INSPECTION: 'Report an inspection', SET_QUARANTINE: 'Set quarantine', SCRAP: 'Scrap', REPORT_PRODUCTION: 'Report production', SWAP_PART: 'Swap a part', PACK: 'Pack', CAPTURE_EVENTS: 'Capture events', DECLARE_ERROR: 'Declare a mistake',
  CLEAR_FINDING: 'Clear a finding', UPLOAD_DOCUMENT: 'Upload a document', SUBMIT_ADVERSE_EVENT: 'Report an adverse event', HANDLE_ADVERSE_EVENT: 'Handle an adverse event', OPEN_SERVICE_TICKET: 'Open a ticket', HANDLE_SERVICE_TICKET: 'Handle a ticket',
  DRAFT_RECALL: 'Draft a recall', REVIEW_RECALL: 'Review a recall', APPROVE_RECALL: 'Approve a recall', CLOSE_RECALL: 'Close a recall', HOLD_DEVICES: 'Hold devices', ACKNOWLEDGE_RECALL_NOTICE: 'Acknowledge a recall notice', RESPOND_TO_RECALL_NOTICE: 'Answer a recall notice',
  SIGN_IN: 'Sign in', TOKEN_ISSUE: 'Issue a token', SIGN_OUT: 'Sign out', EXPORT: 'Export', MAKE_EVIDENCE: 'Make an evidence pack', RECORD_FILING: 'Record a filing', READ_PERSONAL_DATA: 'Read personal data', SHARE_OPEN: 'Open a share', MANAGE_PEOPLE: 'Manage people', MANAGE_CLIENTS: 'Manage API clients', MANAGE_WEBHOOKS: 'Manage webhooks', DISABLE_WEBHOOK: 'Disable a webhook', READ_MESSAGES: 'Read messages', LOG_PHONE_CALL: 'Log a phone call', REMIND_RECIPIENT: 'Remind of a recall notice', MANAGE_SHARES: 'Manage shares', MANAGE_ORGANIZATIONS: 'Manage organizations', EDIT_ORGANIZATION: 'Edit an organization', ERASE_PERSON: 'Erase personal data',
}
