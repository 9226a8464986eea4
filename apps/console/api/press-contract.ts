/** The contracts of the press desk, the same files that the server checks with. */
export {
  interviewListSchema,
  interviewRulesSchema,
  interviewSchema,
  type InterviewForm,
  type InterviewState,
  type InterviewSummary,
  type InterviewVia,
  type InterviewView,
} from '../../../libs/media/interview/interview.api.js';
export {
  accreditationRulesSchema,
  accreditationViewSchema,
  standingListSchema,
  type AccreditationRulesView,
  type AccreditationView,
  type StandingState,
  type StandingView,
} from '../../../libs/media/accreditation/accreditation.api.js';
export {
  registrationListSchema,
  type RegistrationView,
} from '../../../libs/media/registration/registration.api.js';
export {
  answerCheckSchema,
  answerListSchema,
  lineListSchema,
  type AnswerForm,
  type AnswerView,
  type DepartureView,
} from '../../../libs/media/answer/answer.api.js';
export {
  mailingListListSchema,
  outletListSchema,
  reporterListSchema,
  suppressionListSchema,
  type ListRule,
  type MailingListView,
  type OutletKind,
  type OutletView,
  type ReporterView,
  type SuppressionView,
} from '../../../libs/media/media.api.js';
export { departureListSchema } from '../../../libs/media/departure/departure.api.js';
export {
  issuedLinkSchema,
  linkViewSchema,
  type IssuedLink,
  type LinkView,
} from '../../../libs/newsroom/link/outlet-link.api.js';
