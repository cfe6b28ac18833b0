import { isErrorCode, type ErrorCode } from '@kizuna/shared/errors/index';
import { StandardSchemaValidationPipe, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';

import { DomainError, type FieldIssue } from '../errors/domain-error.js';

interface SchemaIssue {
  message: string;
  path?: readonly (PropertyKey | { key: PropertyKey })[];
  code?: string;
  input?: unknown;
}

const maxIssues = 50;

function codeOf(issue: SchemaIssue): ErrorCode {
  if (isErrorCode(issue.message)) return issue.message;
  if (issue.code === 'too_big') return 'platform.too_long';
  if (issue.code === 'invalid_type' && /received undefined/.test(issue.message)) return 'platform.required';
  return 'platform.invalid_input';
}

/** The field issues of a refused request: dotted path and the dictionary word the contract gave (zod's message). */
export function issuesFrom(issues: readonly SchemaIssue[]): FieldIssue[] {
  return issues.slice(0, maxIssues).map((issue) => ({
    field: (issue.path ?? [])
      .map((segment) => String(typeof segment === 'object' ? segment.key : segment))
      .join('.'),
    code: codeOf(issue),
  }));
}

function pipe(issuesOf: (issues: readonly SchemaIssue[]) => FieldIssue[]): StandardSchemaValidationPipe {
  return new StandardSchemaValidationPipe({
    exceptionFactory: (issues) =>
      new DomainError('platform.invalid_input', { issues: issuesOf(issues as readonly SchemaIssue[]) }),
  });
}

/** Checks the parts of a request against the contract of their endpoint. */
export class ContractPipe implements PipeTransform {
  private readonly fields = pipe(issuesFrom);
  /** A path parameter is not a field of a form: the answer names the code alone. */
  private readonly params = pipe((issues) =>
    issuesFrom(issues.slice(-1)).map(({ code }) => ({ field: '', code })),
  );

  transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    return (metadata.type === 'param' ? this.params : this.fields).transform(value, metadata);
  }
}
