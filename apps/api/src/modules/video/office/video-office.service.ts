import type { OfficeVideoView, PublicationBody, VideoBody } from '@kizuna/shared/contracts/video';
import { Injectable } from '@nestjs/common';

import { Audit } from '../../../platform/audit/index.js';
import { personOf, type Actor } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/clock.js';
import { DomainError } from '../../../platform/errors/index.js';
import { Commands } from '../../../platform/idempotency/index.js';
import { Ids } from '../../../platform/ids/ids.js';
import type { VideoEntity } from '../video.entity.js';
import { mayBeDigestOf, mayChangeSlug, obstaclesOf } from '../video.film.policy.js';
import { VideoRepository } from '../video.repository.js';
import { VideoOfficeReader } from './video-office.reader.js';

/** Office commands for films, except captions and sources. */
@Injectable()
export class VideoOfficeService {
  constructor(
    private readonly commands: Commands,
    private readonly repository: VideoRepository,
    private readonly reader: VideoOfficeReader,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Creates a film; its file is added later. @throws DomainError video.slug_taken, video.digest_of_invalid */
  async createVideo(actor: Actor, body: VideoBody, key: string | undefined): Promise<OfficeVideoView> {
    const { personId } = personOf(actor);
    const { id } = await this.commands.once(`video.create:${personId}`, key, body, async () => {
      const id = this.ids.next();
      await this.needRightDigest(null, body);
      await this.repository.insert({
        id,
        ...body,
        position: await this.repository.nextPosition(),
        state: 'draft',
        film: null,
        durationMs: null,
        chapters: [],
        chaptersKey: null,
        revision: 1,
        publishedAt: null,
        importedHash: null,
        updatedAt: this.clock.now(),
      });
      await this.record(actor, 'video.created', id, undefined, { ...body });
      return { id };
    });
    return this.reader.getVideo(id);
  }

  /**
   * Changes texts and audience. The address is fixed once the film has been published: its QR code may be on paper.
   * @throws DomainError platform.not_found, video.slug_fixed, video.slug_taken, video.digest_of_invalid
   */
  async changeVideo(actor: Actor, videoId: string, body: VideoBody): Promise<OfficeVideoView> {
    await this.commands.once('video.change', undefined, body, async () => {
      const video = await this.getForChange(videoId);
      if (body.slug !== video.slug && !mayChangeSlug(video.publishedAt)) {
        throw new DomainError('video.slug_fixed', { field: 'slug' });
      }
      await this.needRightDigest(video, body);
      const before = textsOf(video);
      const updatedAt = this.clock.now();
      await this.repository.update(videoId, { ...body, revision: video.revision + 1, updatedAt });
      await this.record(actor, 'video.changed', videoId, before, { ...body });
    });
    return this.reader.getVideo(videoId);
  }

  /**
   * Publishes a film or withdraws it. Watch records are kept in either case.
   * @throws DomainError platform.not_found, video.not_publishable
   */
  async setPublication(actor: Actor, videoId: string, body: PublicationBody): Promise<OfficeVideoView> {
    await this.commands.once('video.publication', undefined, body, async () => {
      const video = await this.getForChange(videoId);
      if (video.state === body.state) return;
      if (body.state === 'published') await this.needPublishable(video);
      const now = this.clock.now();
      const publishedAt = body.state === 'published' ? (video.publishedAt ?? now) : video.publishedAt;
      await this.repository.update(videoId, { state: body.state, publishedAt, updatedAt: now });
      const action = body.state === 'published' ? 'video.published' : 'video.withdrawn';
      await this.record(actor, action, videoId, { state: video.state }, { state: body.state });
    });
    return this.reader.getVideo(videoId);
  }

  private async getForChange(videoId: string): Promise<VideoEntity> {
    const video = await this.repository.findForChange(videoId);
    if (!video) throw new DomainError('platform.not_found');
    return video;
  }

  private async needPublishable(video: VideoEntity): Promise<void> {
    const captionLanguages = await this.repository.captionLanguagesOf(video.id);
    if (obstaclesOf({ hasFilm: video.film !== null, captionLanguages }).length > 0) {
      throw new DomainError('video.not_publishable');
    }
  }

  /** A long film with a digest must stay long, and a digest belongs to at most one long film. */
  private async needRightDigest(video: VideoEntity | null, body: VideoBody): Promise<void> {
    const { version, digestOf } = body;
    if (version === 'digest' && video && (await this.repository.findDigestId(video.id))) {
      throw new DomainError('video.digest_of_invalid', { field: 'version' });
    }
    if (digestOf === null) return;
    const found = await this.repository.findForChange(digestOf);
    const long = found && {
      version: found.version,
      digestId: await this.repository.findDigestId(digestOf),
    };
    if (mayBeDigestOf({ videoId: video?.id ?? null, version, long })) return;
    throw new DomainError('video.digest_of_invalid', { field: 'digestOf' });
  }

  private record(
    actor: Actor,
    action: string,
    subjectId: string,
    before: Record<string, unknown> | undefined,
    after: Record<string, unknown>,
  ): Promise<void> {
    const change = before ? { before, after } : { after };
    return this.audit.record({ actor, action, subjectType: 'video', subjectId, ...change });
  }
}

function textsOf({ title, summary, credit, slug, version, digestOf, audience }: VideoEntity) {
  return { title, summary, credit, slug, version, digestOf, audience };
}
