import type { Type } from '@nestjs/common';
import { AccreditationController } from '../../libs/media/accreditation/accreditation.controller.js';
import { AnswerController } from '../../libs/media/answer/answer.controller.js';
import { DepartureController } from '../../libs/media/departure/departure.controller.js';
import {
  InterviewController,
  InterviewCourseController,
  InterviewRefusalController,
} from '../../libs/media/interview/interview.controller.js';
import { MailingController, MediaController } from '../../libs/media/media.controller.js';
import { RegistrationController } from '../../libs/media/registration/registration.controller.js';

/** The HTTP face of the media: their register, their requests, what they were told. */
export const pressControllers: readonly Type[] = [
  MediaController,
  MailingController,
  DepartureController,
  AccreditationController,
  InterviewController,
  InterviewCourseController,
  InterviewRefusalController,
  AnswerController,
  RegistrationController,
];
