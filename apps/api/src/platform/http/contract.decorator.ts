import { applyDecorators, HttpCode, SerializeOptions } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';

export interface ContractOptions {
  /** What the answer promises; fields that are not in it never leave the process. Omit for 204 and for files. */
  response?: z.ZodType;
  /** The status of success; 200 unless told, 204 where there is no response schema and no media type. */
  status?: number;
  /** For routes that answer a file or stream: its media type, e.g. `application/pdf`. */
  file?: string;
  description?: string;
}

/**
 * Declares a route's answer once: strips, documents and sets the status. Requests are declared where they are read.
 *
 * ```ts
 * @Post('runs/:runId/applications')
 * @Permit('enrolment.self')
 * @Contract({ response: applicationView, status: 201 })
 * apply(@CurrentActor() actor: Actor, @Param('runId', { schema: courseRunId }) runId: CourseRunId,
 *       @Body({ schema: applyBody }) body: ApplyBody, @IdempotencyKey() key: string | undefined) {
 *   return this.service.apply(actor, runId, body, key);
 * }
 * ```
 */
export function Contract(options: ContractOptions): MethodDecorator {
  const { response, file, description = '' } = options;
  const status = options.status ?? (response || file ? 200 : 204);
  const documented = file
    ? ApiResponse({
        status,
        description,
        content: { [file]: { schema: { type: 'string', format: 'binary' } } },
      })
    : ApiResponse({ status, description, ...(response ? { standardSchema: response } : {}) });
  return applyDecorators(
    HttpCode(status),
    documented,
    ...(response ? [SerializeOptions({ schema: response })] : []),
  );
}
