import { Injectable, RequestMethod, type OnModuleInit } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';

import { accessKey, type Access } from './access.decorators.js';

export interface RegisteredRoute {
  method: string;
  /** With Nest's parameters, e.g. `/api/people/:personId`. */
  path: string;
  access: Access;
  /** `Controller.handler`, for messages. */
  handler: string;
}

/** Walks every controller at boot: a route that says neither @Permit nor @Public keeps the process from starting. */
@Injectable()
export class RouteRegister implements OnModuleInit {
  private readonly found: RegisteredRoute[] = [];

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    for (const { instance, metatype } of this.discovery.getControllers()) {
      if (!instance || !metatype) continue;
      const prototype = Object.getPrototypeOf(instance) as Record<string, unknown>;
      for (const name of this.scanner.getAllMethodNames(prototype)) {
        this.register(metatype, prototype[name], `${metatype.name}.${name}`);
      }
    }
  }

  routes(): readonly RegisteredRoute[] {
    return this.found;
  }

  private register(controller: object, handler: unknown, label: string): void {
    if (typeof handler !== 'function') return;
    const path = Reflect.getMetadata(PATH_METADATA, handler) as string | string[] | undefined;
    if (path === undefined) return;
    const access = this.reflector.getAllAndOverride<Access | undefined>(accessKey, [
      handler as () => void,
      controller as new () => unknown,
    ]);
    if (!access) throw new Error(`${label} says neither @Permit nor @Public`);
    const prefix = Reflect.getMetadata(PATH_METADATA, controller) as string | undefined;
    const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number] ?? 'GET';
    for (const one of [path].flat()) {
      const joined = ['api', prefix ?? '', one].join('/').replace(/\/+/g, '/').replace(/\/$/, '');
      this.found.push({ method, path: `/${joined}`, access, handler: label });
    }
  }
}
