export { Applicants } from './people.applicants.service.js';
export { CardProof } from './people.card.proof.js';
export { CardService } from './people.card.service.js';
export {
  invitationRequested,
  passwordResetRequested,
  personEdited,
  type PasswordMailRequested,
  type PersonEdited,
} from './people.events.js';
export { InvitationService } from './people.invitation.service.js';
export { PeopleModule } from './people.module.js';
export { PeopleReader } from './people.reader.js';
export type { PersonRecord, SimilarPerson } from './people.record.js';
export { PeopleService, type NewPerson } from './people.service.js';
export { SetupService } from './people.setup.service.js';
export { SignInOpener, type OpenedSignIn } from './people.sign-in.opener.js';
export { StaffService } from './people.staff.service.js';
