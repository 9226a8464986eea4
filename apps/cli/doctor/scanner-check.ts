import { Clamd, clamdPlace } from '../../dispatcher/clamd.js';
import { ill, warning, well, type Diagnosis } from './diagnosis.js';

/** Whether uploaded files are scanned, and by something that answers. */
export const checkScanner = async (given: string | undefined): Promise<Diagnosis> => {
  const place = given === undefined ? null : clamdPlace(given);
  if (place === null)
    return warning(
      'scanner',
      '没有接防病毒程序（antivirus.clamd）：上传的文件只查类型、脚本和宏。',
      'No virus scanner is connected (antivirus.clamd): uploaded files are looked through for their kind, scripts and macros only.',
    );
  return (await new Clamd(place, 5_000).answers())
    ? well('scanner', `防病毒程序 ${given} 应答。`, `The virus scanner ${given} answers.`)
    : ill(
        'scanner',
        `防病毒程序 ${given} 没有应答，这时什么文件都不收；请看 clamd 在不在运行、运行服务的用户能不能打开它的套接字。`,
        `The virus scanner ${given} gives no answer, and no file is taken meanwhile; see whether clamd runs and its socket can be opened by the user of the service.`,
      );
};
