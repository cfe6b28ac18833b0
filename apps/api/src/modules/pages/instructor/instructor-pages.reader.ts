import type { InsightPeopleQuery } from '@kizuna/shared/contracts/insight';
import type {
  FilmInsightPage,
  NewViewingPage,
  RunProgressPage,
  ViewingFormPage,
  ViewingRosterPage,
} from '@kizuna/shared/contracts/pages.instructor';
import { Injectable } from '@nestjs/common';

import type { Actor } from '../../../platform/auth/index.js';
import { CompletionReader } from '../../completion/index.js';
import { InsightReader } from '../../insight/index.js';
import { LearningReader } from '../../learning/index.js';
import { PeopleReader } from '../../people/index.js';
import { ViewingsReader } from '../../viewings/index.js';

/** The pages of those who teach and of those who hold group viewings. */
@Injectable()
export class InstructorPagesReader {
  constructor(
    private readonly learning: LearningReader,
    private readonly completions: CompletionReader,
    private readonly insight: InsightReader,
    private readonly viewings: ViewingsReader,
    private readonly people: PeopleReader,
  ) {}

  /** Learning at home and what is left until completion. @throws DomainError platform.not_found */
  async getRunProgressPage(actor: Actor, courseRunId: string): Promise<RunProgressPage> {
    const [progress, completions] = await Promise.all([
      this.learning.runProgress(actor, courseRunId),
      this.completions.listOfRun(actor, courseRunId),
    ]);
    return { progress, completions: completions.items };
  }

  /** How a film is watched, and by whom. @throws DomainError platform.not_found */
  async getFilmInsightPage(
    actor: Actor,
    videoId: string,
    query: InsightPeopleQuery,
  ): Promise<FilmInsightPage> {
    const [film, people] = await Promise.all([
      this.insight.filmInsight(actor, videoId, query),
      this.insight.filmPeople(actor, videoId, query),
    ]);
    return { film, people };
  }

  /** What the form of a new group viewing chooses from. */
  async getNewViewingPage(): Promise<NewViewingPage> {
    const [films, districts] = await Promise.all([this.viewings.listFilms(), this.people.listDistricts()]);
    return { films: films.items, districts: districts.items };
  }

  /** The form of a group viewing. @throws DomainError platform.not_found */
  async getViewingFormPage(actor: Actor, id: string): Promise<ViewingFormPage> {
    const [viewing, choices] = await Promise.all([this.viewings.view(actor, id), this.getNewViewingPage()]);
    return { viewing, ...choices };
  }

  /** A group viewing with the people to tick from its paper roster. @throws DomainError platform.not_found */
  async getViewingRosterPage(
    actor: Actor,
    id: string,
    typed: string | undefined,
  ): Promise<ViewingRosterPage> {
    const viewing = await this.viewings.view(actor, id);
    const { lookUp } = viewing.can;
    return { viewing, candidates: lookUp ? await this.viewings.listCandidates(actor, id, typed) : null };
  }
}
