import type { Reason } from '@koujing/kernel';
import type { DepartureView } from './answer.api.js';

/** Every refusal about answers to reporters, in one table. */
export const answerRefusal = {
  departs: ({
    explanation,
    explanationEn,
  }: Pick<DepartureView, 'explanation' | 'explanationEn'>): Reason => ({
    code: 'departureReasonNeeded',
    message: `答复与口径或已发布内容不一致，登记须写明理由：${explanation}`,
    messageEn: `The answer departs from the agreed line or from what is released; say why: ${explanationEn ?? explanation}`,
    field: 'departureReason',
  }),
  lineNotInForce: {
    code: 'lineNotInForce',
    message: '所用口径已更新或停用，请按现行口径重新选择。',
    messageEn: 'An agreed line was changed or retired since; choose from those in force.',
    field: 'lines',
  },
  linesWithoutMatter: {
    code: 'linesWithoutMatter',
    message: '请先选择事项，再选择所用口径。',
    messageEn: 'Choose the matter whose agreed lines were used.',
    field: 'matterId',
  },
  otherInterview: {
    code: 'otherInterview',
    message: '这个采访申请不是这家媒体向本机关提出的。',
    messageEn: 'That request for an interview is of another outlet or to another organ.',
    field: 'interviewId',
  },
  fromTheFuture: {
    code: 'fromTheFuture',
    message: '答复时间不能晚于现在。',
    messageEn: 'It cannot have been answered later than now.',
    field: 'answeredAt',
  },
} as const;
