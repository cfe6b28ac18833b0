import type { Endpoint } from '@kizuna/shared/contracts/endpoint';
import { endpoints } from '@kizuna/shared/contracts/endpoints';
import { apiPrefix } from '@kizuna/shared/contracts/paths-without-endpoint';
import { Injectable, RequestMethod, type OnModuleInit } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';

import { endpointKey } from './handles.decorator.js';
import { routesOutsideContracts } from './routes-outside-contracts.js';

/** Walks every controller at boot: each endpoint has exactly one handler, and each handler is an endpoint. */
@Injectable()
export class RouteRegister implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  /** @throws Error which names what is missing, double or unknown */
  onModuleInit(): void {
    const faults = faultsOf(
      this.handlers(),
      endpoints.map(({ endpoint }) => endpoint),
    );
    if (faults.length > 0) throw new Error(`routes differ from the contracts:\n${faults.join('\n')}`);
  }

  private handlers(): Handler[] {
    return this.discovery.getControllers().flatMap(({ instance, metatype }) => {
      if (!instance || !metatype) return [];
      const prototype = Object.getPrototypeOf(instance) as Record<string, object>;
      const prefix = Reflect.getMetadata(PATH_METADATA, metatype) as string | undefined;
      return this.scanner
        .getAllMethodNames(prototype)
        .map((name) => handlerOf(prototype[name] ?? {}, prefix ?? '', `${metatype.name}.${name}`))
        .filter((handler) => handler !== undefined);
    });
  }
}

export interface Handler {
  /** `Controller.method`, for messages. */
  label: string;
  /** `GET /api/courses` */
  route: string;
  endpoint: Endpoint | undefined;
}

function handlerOf(method: object, prefix: string, label: string): Handler | undefined {
  const path = Reflect.getMetadata(PATH_METADATA, method) as string | undefined;
  if (path === undefined) return undefined;
  const verb = RequestMethod[Reflect.getMetadata(METHOD_METADATA, method) as number] ?? 'GET';
  const joined = [apiPrefix, prefix, path].join('/').replace(/\/+/g, '/').replace(/\/$/, '');
  const endpoint = Reflect.getMetadata(endpointKey, method) as Endpoint | undefined;
  return { label, route: `${verb} ${joined}`, endpoint };
}

/** What does not fit between handlers and endpoints, a line each. */
export function faultsOf(handlers: readonly Handler[], promised: readonly Endpoint[]): string[] {
  const labels = new Map<Endpoint, string[]>(promised.map((endpoint) => [endpoint, []]));
  const unknown: string[] = [];
  for (const { label, route, endpoint } of handlers) {
    const found = endpoint && labels.get(endpoint);
    if (found) found.push(label);
    else if (!routesOutsideContracts.some((one) => one.route === route)) {
      unknown.push(`${label} (${route}) is not an endpoint of packages/shared/src/contracts/endpoints.ts`);
    }
  }
  const wrong = [...labels].filter(([, found]) => found.length !== 1);
  return [
    ...unknown,
    ...wrong.map(([{ method, path }, found]) =>
      found.length === 0
        ? `${method} ${path} has no handler`
        : `${method} ${path} has several handlers: ${found.join(', ')}`,
    ),
  ];
}
