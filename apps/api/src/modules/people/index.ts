export { ApplicantService } from './applicants/applicant.service.js';
export { CardVerifier } from './cards/card.verifier.js';
export { CardService } from './cards/card.service.js';
export {
  invitationRequested,
  passwordResetRequested,
  personEdited,
  type PasswordMailRequested,
  type PersonEdited,
} from './people.events.js';
export { toHistoryEntry, toPersonView } from './people.mapper.js';
export { InvitationService } from './accounts/invitation.service.js';
export { PeopleModule } from './people.module.js';
export { PeopleReader } from './people.reader.js';
export type { CardRecord, PersonRecord, SimilarPerson } from './people.record.js';
export { PeopleService, type NewPerson } from './people.service.js';
export { AccountSetupService } from './accounts/account-setup.service.js';
export { SessionIssuer, type OpenedSignIn } from './sign-in/session-issuer.js';
export { StaffService } from './accounts/staff.service.js';
