const zh = {
  signed: '随发布内容审签',
  ask: '更换随审签的材料？',
  note: '这份材料已随发布内容报送审批。更换后，已有的审签、批准和文号作废，须重新报批（第三十二条）。',
  keep: '不更换',
  whatIsRead:
    '上传时，系统读取 .docx、.pptx 的文字、属性、批注、修订、备注和隐藏内容，UTF-8 文本，以及 JPG、PNG 的拍摄信息，列出其中的痕迹和疑似密级标志。PDF、.doc、.ppt 和其他格式的内部，以及文件中嵌入的文件和图片，系统不读取。',
  unread:
    '系统没有读取（或没有读全）这份文件的内部：作者、批注、修订、隐藏内容和密级标志都可能还在。请由上传者以外的人打开查看，确认后才能报备。',
  look: '确认已打开查看',
  looked: (by: string, at: string) => `${by}于 ${at} 确认已打开查看`,
  awaitsSignature: '报送审批后才上传，尚未审签。须由主要领导或其授权的人审签这一份文件，才能报备。',
  sign: '审签这份材料',
  signedOff: (by: string, at: string) => `${by}于 ${at} 审签`,
};

const en: typeof zh = {
  signed: 'signed with the content',
  ask: 'Replace a material that is signed?',
  note: 'It was handed in with the content. If it is replaced, signatures, approval and number are void, and the conference is applied for anew (Art.32).',
  keep: 'Keep it',
  whatIsRead:
    'At upload the system reads the text, properties, comments, tracked changes, notes and hidden parts of .docx and .pptx, UTF-8 text, and what a camera wrote into JPG and PNG, and lists traces and marks of secrecy. It does not read the inside of PDF, .doc, .ppt and other files, nor files and pictures embedded in a file.',
  unread:
    'The system has not read the inside of this file, or not all of it: its author, comments, changes, hidden parts and marks of secrecy may still be there. Another person than the uploader opens it and confirms before it is filed.',
  look: 'Confirm that I opened it',
  looked: (by: string, at: string) => `${by} confirmed on ${at} to have opened it`,
  awaitsSignature:
    'Uploaded after the application and not signed yet. The main leader, or whom he authorised, signs this very file before it is filed.',
  sign: 'Sign this material',
  signedOff: (by: string, at: string) => `signed by ${by} on ${at}`,
};

export const materialWords = { zh, en };
