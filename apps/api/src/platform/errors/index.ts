export { DomainError, type ErrorDetail, type FieldIssue } from './domain-error.js';
export { ProblemFilter } from './exception.filter.js';
export { problemFrom, type Problem } from './problem.js';
