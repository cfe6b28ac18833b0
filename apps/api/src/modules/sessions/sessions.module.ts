import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { CoursesModule } from '../courses/index.js';
import { EnrolmentModule } from '../enrolment/index.js';
import { PeopleModule } from '../people/index.js';
import { AttendanceReader } from './sessions.attendance.reader.js';
import { SessionsController } from './sessions.controller.js';
import { AttendanceEntity } from './sessions.entity.js';
import { SessionsLedger } from './sessions.ledger.service.js';
import { SessionsReader } from './sessions.reader.js';
import { SessionsRepository } from './sessions.repository.js';
import { SessionsService } from './sessions.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([AttendanceEntity]), PeopleModule, CoursesModule, EnrolmentModule],
  controllers: [SessionsController],
  providers: [AttendanceReader, SessionsLedger, SessionsReader, SessionsRepository, SessionsService],
  exports: [AttendanceReader, SessionsReader],
})
export class SessionsModule {}
