import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { CoursesModule } from '../courses/index.js';
import { EnrolmentModule } from '../enrolment/index.js';
import { PeopleModule } from '../people/index.js';
import { AttendanceEntity } from './attendance.entity.js';
import { AttendanceReader } from './attendance.reader.js';
import { AttendanceRecorder } from './attendance.recorder.js';
import { SessionsController } from './sessions.controller.js';
import { SessionsReader } from './sessions.reader.js';
import { SessionsRepository } from './sessions.repository.js';
import { SessionsService } from './sessions.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([AttendanceEntity]), PeopleModule, CoursesModule, EnrolmentModule],
  controllers: [SessionsController],
  providers: [AttendanceReader, AttendanceRecorder, SessionsReader, SessionsRepository, SessionsService],
  exports: [AttendanceReader, SessionsReader],
})
export class SessionsModule {}
