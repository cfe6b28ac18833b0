import { Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';

import { AppConfig } from '../config/app-config.js';
import { DomainError } from '../errors/domain-error.js';
import { isCrossSite } from './cross-site.policy.js';

const acceptsKey = 'kizuna:accepts';

/** Lets a route take other bodies than JSON (uploads); the handler gets the raw stream as its body. */
export const Accepts = (...mediaTypes: string[]) => SetMetadata(acceptsKey, mediaTypes);

/** Refuses what another site may have sent: foreign origins, and body types that a plain form can produce. */
@Injectable()
export class CrossSiteGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly config: AppConfig,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const header = (name: string) => {
      const value = request.headers[name];
      return Array.isArray(value) ? value[0] : value;
    };
    const crossSite = isCrossSite({
      method: request.method,
      secFetchSite: header('sec-fetch-site'),
      origin: header('origin'),
      host: header('host'),
      forwardedHost: this.config.trustProxy ? header('x-forwarded-host') : undefined,
      publicOrigin: this.config.publicOrigin,
    });
    if (crossSite) throw new DomainError('platform.cross_site');
    const accepted = this.reflector.get<string[] | undefined>(acceptsKey, context.getHandler()) ?? [
      'application/json',
    ];
    const mediaType = header('content-type')?.split(';')[0]?.trim().toLowerCase();
    if (mediaType !== undefined && request.body !== undefined && !accepted.includes(mediaType)) {
      throw new DomainError('platform.unsupported_media');
    }
    return true;
  }
}
