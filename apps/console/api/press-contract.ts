/** The contracts of the press desk, the same files that the server checks with. */
export {
  type interviewListSchema,
  type interviewRulesSchema,
  type interviewSchema,
  type InterviewForm,
  type InterviewState,
  type InterviewSummary,
  type InterviewVia,
  type InterviewView,
} from '../../../libs/media/interview/interview.api.js';
export {
  type accreditationRulesSchema,
  type accreditationViewSchema,
  type standingListSchema,
  type AccreditationRulesView,
  type AccreditationView,
  type StandingState,
  type StandingView,
} from '../../../libs/media/accreditation/accreditation.api.js';
export {
  type registrationListSchema,
  type RegistrationView,
} from '../../../libs/media/registration/registration.api.js';
export {
  type answerCheckSchema,
  type answerListSchema,
  type lineListSchema,
  type AnswerForm,
  type AnswerView,
  type DepartureView,
} from '../../../libs/media/answer/answer.api.js';
export {
  type mailingListListSchema,
  type outletListSchema,
  type reporterListSchema,
  type suppressionListSchema,
  type ListRule,
  type MailingListView,
  type OutletKind,
  type OutletView,
  type ReporterView,
  type SuppressionView,
} from '../../../libs/media/media.api.js';
export { type departureListSchema } from '../../../libs/media/departure/departure.api.js';
export {
  type issuedLinkSchema,
  type linkViewSchema,
  type IssuedLink,
  type LinkView,
} from '../../../libs/newsroom/link/outlet-link.api.js';
